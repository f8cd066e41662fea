// Follows each link to the source, and says how far the browser scrolled to show the words.
// Arguments: the page's address, the browser.
import { chromium } from "playwright-core";

const [address, chrome] = process.argv.slice(2);
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const browser = await chromium.launch({ executablePath: chrome, args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 800, height: 300 } });
  const found = [];
  await page.goto(address);
  for (let place = 0; place < (await page.locator(".events dd a").count()); place += 1) {
    await page.locator(".events dd a").nth(place).click();
    await page.waitForLoadState("load");
    await page.waitForTimeout(300);
    found.push(await page.evaluate(() => {
      const shown = [...document.querySelectorAll("p")].filter((paragraph) => {
        const { top, bottom } = paragraph.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      return shown.map((paragraph) => paragraph.textContent).join("\n");
    }));
    await page.goto(address);
  }
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}
