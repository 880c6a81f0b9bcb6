// On every page of the desk: tells the time zone, and keeps the connection.
import { start } from "./connection.js";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `moderation-zone=${zone}; path=/; max-age=31536000; samesite=lax`;

start();
