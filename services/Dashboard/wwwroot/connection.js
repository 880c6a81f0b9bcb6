// Whether the server hears us. A page that has lost it says so, lets nothing be decided, and catches up by itself.
const missing = new Set();
let onBack = () => {};

export function isConnected() {
  return missing.size === 0;
}

/** Calls back whenever the server is there again. */
export function whenBack(callback) {
  onBack = callback;
}

/** Starts Blazor so that a loss is noticed within seconds and the server is asked again every second. */
export function start() {
  Blazor.start({
    circuit: {
      configureSignalR: connection => connection.withServerTimeout(12_000).withKeepAliveInterval(4_000),
      reconnectionOptions: { maxRetries: 36_000, retryIntervalMilliseconds: attempts => Math.min(1_000, 200 * attempts) },
    },
  });
  document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", event => {
    switch (event.detail.state) {
      case "hide":
        change("circuit", false);
        break;
      case "failed":
      case "rejected":
        // The server was started anew and does not know this page any more.
        change("circuit", true);
        reloadWhenAlive();
        break;
      default:
        change("circuit", true);
    }
  });
  addEventListener("offline", () => change("network", true));
  addEventListener("online", () => change("network", false));
  if (!navigator.onLine) change("network", true);
}

function change(what, isMissing) {
  const before = isConnected();
  if (isMissing) missing.add(what);
  else missing.delete(what);
  document.documentElement.toggleAttribute("data-lost", !isConnected());
  if (!before && isConnected()) onBack();
}

async function reloadWhenAlive() {
  for (;;) {
    try {
      const answer = await fetch("health/ready", { cache: "no-store" });
      if (answer.ok) break;
    } catch {
      // Not yet.
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  dispatchEvent(new Event("desk-reload"));
  location.reload();
}
