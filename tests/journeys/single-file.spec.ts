// An edition in one file, opened from a disk without a network.
import { expect, test, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const FILE = pathToFileURL(process.env.EDITION_FILE ?? "mill.html").href;

test.use({ offline: true });

/** What is asked for beside the file, and what the browser says against the page. */
function watched(page: Page) {
  const said: string[] = [];
  page.on("request", (request) => !/^(blob|data|file):/.test(request.url()) && said.push(request.url()));
  page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

async function opened(page: Page, place = "") {
  await page.goto("about:blank");
  await page.goto(FILE + place);
  await page.locator("html[data-ready]").waitFor();
}

test("from the list to a letter, its notes, a person, the timeline, and Back", async ({ page }) => {
  const said = watched(page);
  await opened(page);
  await expect(page.locator(".book")).toBeHidden();
  await expect(page.locator(".letters__rows li")).toHaveCount(6);
  await page.locator(".letters__rows a.entry__date", { hasText: "3 May 1901" }).click();
  await expect(page.locator("#app .letter__text")).toContainText("ferry");
  await expect(page).toHaveURL(`${FILE}#letters/ferry/`);
  await page.locator("#app .noteref").first().hover();
  await expect(page.locator(".popover:popover-open")).toBeVisible();
  await page.mouse.move(5, 5);
  await page.getByRole("link", { name: "Persons" }).first().click();
  await page.locator("#look-up").fill("brook");
  await expect(page.locator(".register__row:not(.register__see)")).toHaveCount(1);
  await expect(page).toHaveURL(`${FILE}#persons/?q=brook`);
  await page.locator(".register__row a").first().click();
  await expect(page.locator("h1")).toContainText("Brook");
  await page.goBack();
  await expect(page.locator("#look-up")).toHaveValue("brook");
  await page.getByRole("link", { name: "Timeline" }).first().click();
  await expect(page.locator("main h1")).toContainText("Timeline");
  await page.goBack();
  await expect(page.locator("#look-up")).toHaveValue("brook");
  expect(said).toEqual([]);
});

test("an address leads to a place in a letter, and a wrong one is named", async ({ page }) => {
  const said = watched(page);
  await opened(page, "#letters/ferry/#n1");
  await expect(page.locator("#n1")).toBeInViewport();
  await expect(page.locator("#n1")).toHaveClass(/is-lit/);
  await page.locator("#n1 .notes__back").first().click();
  await expect(page).toHaveURL(`${FILE}#letters/ferry/#r1`);
  await page.reload();
  await expect(page.locator("#app .letter__text")).toContainText("ferry");
  await opened(page, "#letters/of-nobody/");
  await expect(page.locator("main h1")).toContainText("no page");
  expect(said).toEqual([]);
});

test("letters look as they do in a folder", async ({ page }) => {
  await opened(page);
  const names = await page.locator(".letters__rows a.entry__date").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")!),
  );
  const shown = () =>
    page.locator("#app main").evaluate((main) => {
      for (const link of main.querySelectorAll("a")) link.removeAttribute("href");
      // A browser runs no program on pages of a folder that it opens from a disk.
      for (const name of main.querySelectorAll("[interestfor]")) name.removeAttribute("tabindex");
      return main.innerHTML.replace(/<div class="passage">.*?<\/div>/, "");
    });
  for (const name of names) {
    await opened(page, name);
    const inFile = await shown();
    const folder = pathToFileURL(`${process.env.EDITION_FOLDER}/${name.slice(1)}index.html`).href;
    await page.goto(folder);
    expect(inFile.replace(/<div><\/div>$/, "")).toBe(await shown());
  }
});

test("the text of a letter stands once in the file", async () => {
  const html = await readFile(process.env.EDITION_FILE!, "utf8");
  for (const words of ["was the first across", "Nobody asks for the ferry"]) {
    expect(html.split(words).length - 1).toBe(1);
  }
});

test("with scripts off all letters are read, and notes lead there and back", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(FILE);
  await expect(page.locator(".book article")).toHaveCount(6);
  await page.locator(".letters__rows a.entry__date", { hasText: "3 May 1901" }).click();
  const letter = page.locator(".book article", { hasText: "3 May 1901" });
  await expect(letter).toBeInViewport();
  await letter.locator(".noteref").first().click();
  await expect(letter.locator(".notes__item").first()).toBeInViewport();
  await letter.locator(".notes__back").first().click();
  await expect(letter.locator(".noteref").first()).toBeInViewport();
  await context.close();
});

test("a browser that runs no WebAssembly reads the letters one below the other", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto(FILE);
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.locator(".book article").first()).toBeVisible();
});
