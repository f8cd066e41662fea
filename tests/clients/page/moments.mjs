// The times of a page's events, as data and in the time zone of each of several visitors.
// Arguments: the page's address, the browser, then the zones.
import { chromium } from "playwright-core";

const [address, chrome, ...zones] = process.argv.slice(2);
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

function told() {
  return [...document.querySelectorAll(".events > li")].map((item) => ({
    id: item.id.slice(2),
    data: [...item.querySelectorAll("time")].map((time) => time.dateTime),
    yours: item.querySelector(".yours")?.textContent ?? null,
  }));
}

const browser = await chromium.launch({ executablePath: chrome, args: FLAGS });
try {
  const found = {};
  for (const timezoneId of zones) {
    const context = await browser.newContext({ timezoneId });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => [...document.querySelectorAll(".events > li")].at(-1).querySelector(".once"));
    found[timezoneId] = await page.evaluate(told);
    await context.close();
  }
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}
