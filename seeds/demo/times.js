// Times in the reader's own zone.
export const date = new Intl.DateTimeFormat("hi-IN", { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });
const ago = new Intl.RelativeTimeFormat("hi-IN", { numeric: "auto" });

export function spoken(time) {
  const minutes = Math.round((time - Date.now()) / 60_000);
  if (minutes > -1) return "अभी-अभी";
  if (minutes > -60) return ago.format(minutes, "minute");
  if (minutes > -24 * 60) return ago.format(Math.round(minutes / 60), "hour");
  return date.format(time);
}
