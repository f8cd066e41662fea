// The elements of several pages, each with the names of its attributes.
// Arguments: the browser, then the pages' addresses.
import { chromium } from "playwright-core";

const [chrome, ...addresses] = process.argv.slice(2);
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

function shape() {
  return [...document.querySelectorAll("*")].map((element) => [
    element.tagName, ...[...element.attributes].map((attribute) => attribute.name).sort(),
  ].join(" "));
}

const browser = await chromium.launch({ executablePath: chrome, args: FLAGS });
try {
  const found = [];
  for (const address of addresses) {
    const problems = [];
    const page = await browser.newPage();
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("dialog", (dialog) => problems.push(dialog.message()) && dialog.dismiss());
    await page.goto(address);
    await page.mouse.move(200, 200);
    found.push({ shape: await page.evaluate(shape), problems });
  }
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}
