// What FullCalendar shows in headless Chromium: its events, and what is drawn on each day of some months.
// Arguments: the feed's address, the browser, an empty folder for its profile, then months (2022-10).
import { createInterface } from "node:readline";

import { chromium } from "playwright-core";

import { version } from "./answer.mjs";

const [feed, chrome, profile, ...months] = process.argv.slice(2);
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const SCRIPTS = [
  "ical.js/build/ical.min.js",
  "@fullcalendar/core/index.global.min.js",
  "@fullcalendar/daygrid/index.global.min.js",
  "@fullcalendar/icalendar/index.global.min.js",
];

// The page is on the feed's own host; from another one a browser fetches a feed only with CORS headers.
async function opened(browser) {
  const page = await browser.newPage();
  const problems = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(new URL("/calendar.html", feed).href);
  for (const script of SCRIPTS) {
    await page.addScriptTag({ path: new URL(`../node_modules/${script}`, import.meta.url).pathname });
  }
  await page.evaluate(start, feed);
  return { page, problems };
}

function start(url) {
  window.calendar = new FullCalendar.Calendar(document.getElementById("calendar"), {
    initialView: "dayGridMonth",
    showNonCurrentDates: false,
    forceEventDuration: true, // it says how long it draws an event that has no end
    events: { url, format: "ics" },
    eventSourceFailure: (error) => console.error(`feed: ${error.message}`),
  });
  window.calendar.render();
}

function refetched() {
  return new Promise((resolve) => {
    window.calendar.setOption("loading", (busy) => busy || setTimeout(resolve));
    window.calendar.refetchEvents();
  });
}

// It reckons in days and in the times of the user's clock.
function shown() {
  return window.calendar.getEvents().map((event) => ({
    start: event.startStr.slice(0, 16),
    end: event.endStr.slice(0, 16),
    summary: event.title,
    description: event.extendedProps.description ?? null,
    location: event.extendedProps.location ?? null,
    url: event.url || null,
  }));
}

// A title stands on a day where its bar lies over the middle of the day's cell.
function drawn() {
  const boxes = (selector) =>
    [...document.querySelectorAll(selector)].map((element) => ({ element, box: element.getBoundingClientRect() }));
  const over = (bar, cell) =>
    bar.top >= cell.top && bar.top < cell.bottom &&
    bar.left < cell.left + cell.width / 2 && bar.right > cell.left + cell.width / 2;
  const bars = boxes(".fc-event");
  return boxes(".fc-daygrid-day[data-date]").map((day) => [
    day.element.dataset.date,
    bars.filter((bar) => over(bar.box, day.box))
      .map((bar) => bar.element.querySelector(".fc-event-title").textContent),
  ]);
}

function counted(list) {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

// An event is in each month that it touches: it counts as often as in the month that has it most.
function together(months) {
  const most = new Map();
  for (const month of months)
    for (const [event, count] of counted(month.map((event) => JSON.stringify(event))))
      most.set(event, Math.max(count, most.get(event) ?? 0));
  return [...most].flatMap(([event, count]) => Array(count).fill(JSON.parse(event)));
}

async function answer({ page, problems }) {
  await page.evaluate(refetched);
  const events = [];
  const days = {};
  for (const month of months) {
    await page.evaluate((day) => window.calendar.gotoDate(day), `${month}-15`);
    events.push(await page.evaluate(shown));
    Object.assign(days, Object.fromEntries(await page.evaluate(drawn)));
  }
  if (problems.length) throw new Error(problems.join("\n"));
  const [chromium] = (await page.evaluate(() => navigator.userAgent)).match(/(?<=Chrome\/)\d+/);
  return {
    version: `${version("@fullcalendar/core")} in ${chromium}`,
    events: together(events),
    days,
  };
}

const browser = await chromium.launchPersistentContext(profile, {
  executablePath: chrome,
  headless: true,
  args: FLAGS,
});
const session = await opened(browser);
for await (const _ of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(session)));
}
await browser.close();
