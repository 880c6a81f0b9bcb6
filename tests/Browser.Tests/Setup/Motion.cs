using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>Notes all that moves on a page: at every frame what is animated, at a call what scrolls smoothly, and when asked what the styles would animate.</summary>
internal static class Motion
{
    private const string Script = """
        (() => {
          const shortest = 10;
          const found = new Set();
          const named = element => element?.localName ? `${element.localName}${element.id && `#${element.id}`}${[...element.classList].map(kind => `.${kind}`).join("")}` : "window";
          const roots = () => {
            const all = [document];
            for (const root of all) for (const element of root.querySelectorAll("*")) if (element.shadowRoot) all.push(element.shadowRoot);
            return all;
          };

          (function look() {
            for (const { effect, animationName, transitionProperty } of roots().flatMap(root => root.getAnimations()))
              if (effect.getComputedTiming().activeDuration > shortest) found.add(`${animationName ?? transitionProperty ?? "a script"} moves ${named(effect.target)}${effect.pseudoElement ?? ""}`);
            requestAnimationFrame(look);
          })();

          for (const owner of [Element.prototype, window])
            for (const way of ["scrollIntoView", "scroll", "scrollTo", "scrollBy"].filter(way => owner[way])) {
              const real = owner[way];
              owner[way] = function (...given) {
                if (given[0]?.behavior === "smooth") found.add(`${way} scrolls smoothly at ${named(this)}`);
                return real.apply(this, given);
              };
            }

          const longest = durations => Math.max(...durations.split(",").map(parseFloat)) * 1_000;
          window.movements = () => {
            for (const root of roots())
              for (const element of root.querySelectorAll("*"))
                for (const part of [null, "::before", "::after", "::backdrop"]) {
                  const style = getComputedStyle(element, part);
                  const name = `${named(element)}${part ?? ""}`;
                  if (style.transitionProperty !== "none" && longest(style.transitionDuration) > shortest) found.add(`${name} has a transition`);
                  if (style.animationName !== "none" && longest(style.animationDuration) > shortest) found.add(`${name} has an animation`);
                  if (style.scrollBehavior === "smooth") found.add(`${name} scrolls smoothly`);
                }
            return [...found];
          };
        })();
        """;

    /// <summary>Watches this page, from its next address on.</summary>
    public static Task WatchMotionAsync(this IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>What moved since the page was loaded, or would.</summary>
    public static async Task<IEnumerable<string>> MovementsAsync(this IPage page)
    {
        var path = new Uri(page.Url).PathAndQuery;
        return (await page.EvaluateAsync<string[]>("movements()")).Select(movement => $"{path}: {movement}");
    }
}
