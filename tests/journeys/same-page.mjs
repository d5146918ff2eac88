// Whether two servers give the same pages: node same-page.mjs ADDRESS ADDRESS
import { chromium } from "@playwright/test";

const VIEWS = ["/", "/chronology/", "/persons/", "/persons/joffe/", "/about/", "/no/such/page/"];
const [ours, theirs] = process.argv.slice(2);

/** The page as a tree in words, when it answers. */
async function tree(page, address) {
  await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
  // Trunk leaves the line it reads itself in the page; browsers do nothing with it.
  await page.evaluate(() => document.querySelector("link[data-trunk]")?.remove());
  return page.evaluate(() => document.documentElement.outerHTML.replaceAll(location.origin, "").replace(/>\s+</g, "><"));
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ locale: "en-GB" });
let differ = 0;
for (const view of VIEWS) {
  const [one, other] = [await tree(page, ours + view), await tree(page, theirs + view)];
  if (one === other) {
    console.log(`same   ${view} (${one.length} characters)`);
    continue;
  }
  differ += 1;
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  console.log(`DIFFER ${view} at ${at}\n  ${one.slice(at - 60, at + 120)}\n  ${other.slice(at - 60, at + 120)}`);
}
const style = await Promise.all([ours, theirs].map(async (base) => (await fetch(`${base}/app.css`)).text()));
if (style[0] !== style[1]) {
  differ += 1;
  console.log("DIFFER /app.css");
}
await browser.close();
process.exit(differ > 0 ? 1 : 0);
