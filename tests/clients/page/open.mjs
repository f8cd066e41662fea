// What headless Chromium makes of a page: one JSON answer.
// Arguments: the page's address, the browser, and perhaps a folder for screenshots.
import { createRequire } from "node:module";

import { chromium } from "playwright-core";

const [address, chrome, shots] = process.argv.slice(2);
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const SIZES = [[320, 700], [360, 780], [768, 1024], [1280, 800], [3840, 2160]];
const SCHEMES = ["light", "dark"];

async function opened(browser, options, problems) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  const own = new URL(".", address).href;
  page.on("request", (request) => request.url().startsWith(own) || problems.push(`asks for ${request.url()}`));
  await page.goto(address);
  return page;
}

// Texts of the picture that cover each other or a mark, as they are really drawn.
function collisions() {
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const slack = (bottom - top) * (element.tagName === "text" ? 0.15 : 0);
    return { left, right, top: top + slack, bottom: bottom - slack, text: element.textContent };
  };
  const texts = [...document.querySelectorAll("svg text:not(.told)")].map(box);
  const marks = [...document.querySelectorAll("svg g[transform] > :is(circle, rect)")].map(box);
  const found = [];
  texts.forEach((one, place) => {
    for (const other of [...texts.slice(place + 1), ...marks]) {
      if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) {
        found.push([one.text, other.text || "a mark"]);
      }
    }
  });
  const frame = document.querySelector("svg")?.getBoundingClientRect();
  texts.filter((one) => one.right > frame.right || one.left < frame.left)
    .forEach((one) => found.push([one.text, "the edge"]));
  return found;
}

async function violations(page) {
  return page.evaluate(async () => {
    const { violations, incomplete } = await axe.run(document, { resultTypes: ["violations", "incomplete"] });
    const told = ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`;
    return { violations: violations.map(told), incomplete: incomplete.map(told) };
  });
}

// How wide the page is for somebody whose letters are twice as large as usual (WCAG 1.4.4).
async function large(problems) {
  const args = [...FLAGS, "--blink-settings=defaultFontSize=32"];
  const browser = await chromium.launch({ executablePath: chrome, args });
  const found = {};
  for (const [width, height] of SIZES) {
    const page = await opened(browser, { viewport: { width, height } }, problems);
    found[width] = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.context().close();
  }
  await browser.close();
  return found;
}

async function looked(browser, problems) {
  const axe = {};
  const wide = {};
  for (const colorScheme of SCHEMES) {
    for (const [width, height] of SIZES) {
      const page = await opened(browser, { viewport: { width, height }, colorScheme, bypassCSP: true }, problems);
      wide[width] = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width === 360 || width === 1280) {
        await page.addScriptTag({ path: AXE });
        axe[`${width} ${colorScheme}`] = await violations(page);
        if (shots) await page.screenshot({ path: `${shots}/${width}-${colorScheme}.png`, fullPage: true });
      }
      await page.context().close();
    }
  }
  return { axe, wide };
}

// The stops of the tabulator key: what each is, and whether one sees that it has the focus.
async function stops(page) {
  const found = [];
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      const { left, width } = element.getBoundingClientRect();
      return element === document.body ? null : {
        name: element.textContent.trim().replace(/\s+/g, " ") || element.id,
        seen: getComputedStyle(element).outlineStyle !== "none" && left >= 0 && width > 0,
      };
    });
    if (!stop) break;
    found.push(stop);
  }
  return found;
}

// In the picture the tabulator key stops at one mark, the arrow keys lead on, and each tells its title.
async function marks(browser, problems) {
  const page = await opened(browser, {}, problems);
  const stops = page.locator("svg [tabindex='0']");
  if (!(await page.locator("svg [tabindex]").count())) return null;
  const told = () => page.locator("svg .told:visible").allTextContents();
  const found = { stops: await stops.count(), before: await told() };
  await stops.focus();
  found.first = await told();
  await page.keyboard.press("ArrowRight");
  return { ...found, next: await told(), outlined: await page.evaluate(() => getComputedStyle(document.activeElement.querySelector("g")).outlineStyle) };
}

async function copied(browser, problems) {
  const page = await opened(browser, { permissions: ["clipboard-read", "clipboard-write"] }, problems);
  if (!(await page.$("#copy"))) return null;
  await page.click("#copy");
  await page.waitForFunction(() => document.getElementById("copied").textContent);
  return page.evaluate(() => navigator.clipboard.readText());
}

// What the script adds: events that the filters leave, the file of one event, the page's own address.
async function scripted(browser, problems) {
  const page = await opened(browser, {}, problems);
  const answer = { webcal: await page.getAttribute("#webcal", "href") };
  if (await page.isVisible("#filters")) {
    await page.fill("#words", "officials");
    answer.filtered = await page.locator(".events > li:visible").allTextContents();
    answer.count = await page.textContent("#shown");
    await page.fill("#words", "");
    await page.selectOption("#kind", "summit");
    await page.selectOption("#source", "A release");
    answer.chosen = await page.textContent("#shown");
  }
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".once:visible").first().click()]);
  const stream = await download.createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return { ...answer, once: Buffer.concat(parts).toString(), name: download.suggestedFilename() };
}

async function main(browser) {
  const problems = [];
  const page = await opened(browser, {}, problems);
  const answer = {
    collisions: await page.evaluate(collisions),
    stops: await stops(page),
    marks: await marks(browser, problems),
    copied: await copied(browser, problems),
    scripted: await scripted(browser, problems),
    ...(await looked(browser, problems)),
    large: await large(problems),
  };
  const plain = await opened(browser, { javaScriptEnabled: false }, problems);
  answer.plain = await plain.locator("h3").allInnerTexts();
  answer.buttons = await plain.locator("button:visible").count();
  return { ...answer, problems };
}

const browser = await chromium.launch({ executablePath: chrome, args: FLAGS });
try {
  console.log(JSON.stringify(await main(browser)));
} finally {
  await browser.close();
}
