// Words in all letters: found, narrowed, and gone through in the letter.
import { expect, test, type Page } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
import { pathToFileURL } from "node:url";
import { host } from "./host";

const EDITION = process.env.EDITION_URL ?? "";
const FILE = pathToFileURL(process.env.EDITION_FILE ?? "mill.html").href;

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
}

const letters = (page: Page) => page.locator(".find__letter");
const status = (page: Page) => page.locator(".find__status");

/** Searches, and waits until that is what the page shows. */
async function find(page: Page, words: string, says: string | RegExp) {
  await page.locator("#find-words").fill(words);
  await page.locator("#find-words").press("Enter");
  await expect(status(page)).toHaveText(says);
}

/** The words that are marked in the letter, and the one that is shown. */
const marked = (page: Page, name: string) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range)), name);

test("words, phrases, names in another form, dates, notes and misspelt words find their letters", async ({ page }) => {
  await open(page, `${EDITION}/search/`);
  await find(page, "come", "2 letters");
  await find(page, '"turns again"', "1 letter");
  await expect(letters(page)).toContainText("2 October 1903");
  await find(page, '"again turns"', "No letter has this.");
  await find(page, "wheel ferry", "No letter has this.");
  await page.locator(".find__each").getByRole("link", { name: "ferry" }).click();
  await expect(status(page)).toHaveText("2 letters");
  await find(page, "from:brook -ferry", "2 letters");
  await find(page, "to:brook", "2 letters");
  await find(page, "date:1903", "2 letters");
  await find(page, 'date:"before June 1901" ferry', "1 letter");
  await find(page, "in:notes noon", "1 letter");
  await find(page, "in:text noon", "No letter has this.");
  await find(page, "Doctor Elm", "1 letter");
  await find(page, "wrnog", "1 letter");
  await find(page, "wrong", "1 letter");
  await find(page, "brigde", "1 letter");
  await expect(page.locator(".find__notices")).toContainText("For “brigde” these were looked for, too: bridge.");
  await find(page, "place:mill wheel date:tuesday", "1 letter");
  await expect(page.locator(".find__notices")).toContainText("Not understood: date:tuesday");
  await open(page, "/search/?q=Bronstein");
  await expect(status(page)).toHaveText("1 letter");
});

test("a letter is shown with its words, and marks in them", async ({ page }) => {
  await open(page, `${EDITION}/search/?q=wheel+come`);
  const letter = letters(page).first();
  await expect(letter).toContainText("Ada Brook to Carl Dorn");
  await expect(letter.locator(".find__piece")).toContainText("The wheel turns again. Come and hear it.");
  await expect(letter.locator("mark")).toHaveText(["wheel", "Come"]);
  await expect(letter.locator(".find__count")).toContainText("2 places");
});

test("what was typed is in the address; Back and a copied address bring it again", async ({ page }) => {
  await open(page, `${EDITION}/search/`);
  await find(page, "come", "2 letters");
  await find(page, "ferry", "2 letters");
  await expect(page).toHaveURL(/\/search\/\?q=ferry$/);
  await page.goBack();
  await expect(page.locator("#find-words")).toHaveValue("come");
  await expect(letters(page)).toHaveCount(2);
  await page.reload();
  await expect(letters(page)).toHaveCount(2);
  await letters(page).first().getByRole("link").click();
  await expect(page.locator(".find-bar")).toBeVisible();
  await page.goBack();
  await expect(page.locator("#find-words")).toHaveValue("come");
  await expect(letters(page)).toHaveCount(2);
});

test("the way to the page from itself empties it, and another language keeps what was asked", async ({ page }) => {
  await open(page, "/search/?q=trotsky");
  await expect(letters(page)).toHaveCount(1);
  await find(page, "joffe riga", "1 letter");
  await page.locator("a[hreflang=de]").evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(/\/de\/search\/\?q=joffe\+riga$/);
  await expect(status(page)).toHaveText("1 Brief");
  await page.locator(".shell__nav a", { hasText: "Suche" }).click();
  await expect(letters(page)).toHaveCount(0);
  await expect(page.locator("#find-words")).toHaveValue("");
  await page.goBack();
  await expect(letters(page)).toHaveCount(1);
});

test("a long list of names comes when a reader comes to it", async ({ page }) => {
  await open(page, `${process.env.INJECTED_URL}/search/?q=miller`);
  const sender = page.getByRole("combobox", { name: "From", exact: true });
  await expect(sender).toBeEnabled();
  await expect(sender.locator("option")).toHaveText(["Any"]);
  const { width } = (await sender.boundingBox())!;
  await sender.focus();
  await expect(sender.locator("option")).toHaveCount(101);
  expect((await sender.boundingBox())!.width).toBe(width);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const [shown] = /^\d+/.exec((await status(page).textContent())!)!;
  await expect(status(page)).toHaveText(/^\d of \d+ letters/);
  expect(Number(shown)).toBeGreaterThan(0);
  // What was chosen stands there, though the others have gone again until they are asked for.
  await expect(sender).toBeFocused();
  await expect(sender.locator("option:checked")).not.toHaveText("Any");
});

test("letters are narrowed and put in order, with counts that follow", async ({ page }) => {
  await open(page, `${EDITION}/search/?q=brook`);
  await expect(status(page)).toHaveText("5 letters");
  const sender = page.getByRole("combobox", { name: "From", exact: true });
  await expect(sender.locator("option")).toContainText(["Any", "Brook, Ada (3)", "Dorn, Carl (2)"]);
  await sender.selectOption({ label: "Dorn, Carl (2)" });
  await expect(status(page)).toHaveText("2 of 5 letters");
  await expect(page.getByLabel("Year").locator("option")).toHaveText(["Any", "1901 (1)", "1903 (1)"]);
  await page.getByLabel("Order").selectOption("Latest first");
  await expect(letters(page).first()).toContainText("14 September 1903");
  await page.getByLabel("Order").selectOption("Earliest first");
  await expect(letters(page).first()).toContainText("9 May 1901");
  const strip = page.locator(".find__years");
  await expect(strip.locator("li")).toHaveText([/1901/, /1902/, /1903/]);
  // However many years there are, the strip scrolls and not the page.
  expect(await strip.locator(".visually-hidden").evaluateAll((all) => all.every((one) => (one as HTMLElement).offsetParent?.closest(".find__years")))).toBe(true);
  expect(await strip.getByRole("button").evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().height)))).toBeGreaterThanOrEqual(24);
  await page.getByRole("button", { name: "1903" }).click();
  await expect(status(page)).toHaveText("1 of 5 letters");
  await page.goBack();
  await expect(status(page)).toHaveText("2 of 5 letters");
});

test("in the letter every place is reached, in the notes too", async ({ page }) => {
  await open(page, "/search/?q=trotsky");
  await letters(page).first().getByRole("link").click();
  const bar = page.locator(".find-bar");
  await expect(bar.getByRole("status")).toHaveText("1 of 2");
  expect(await marked(page, "find")).toEqual(["Trotsky", "Trotsky"]);
  const inView = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("find-now") as unknown as Range[];
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && Boolean(range.startContainer.parentElement!.closest(".notes"));
    });
  await bar.getByRole("button", { name: "Next place" }).click();
  await expect(bar.getByRole("status")).toHaveText("2 of 2");
  expect(await inView()).toBe(true);
  await bar.getByRole("button", { name: "Next place" }).click();
  await expect(bar.getByRole("status")).toHaveText("1 of 2");
  await bar.getByRole("button", { name: "Close" }).click();
  await expect(bar).toHaveCount(0);
  expect(await marked(page, "find")).toEqual([]);
});

test("a name that a letter does not use is shown where somebody is meant by it", async ({ page }) => {
  await open(page, "/search/?q=bronstein");
  await letters(page).first().getByRole("link").click();
  await expect(page.locator(".find-bar [role=status]")).toContainText("1 of");
  const names = await marked(page, "find");
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/Trotsky/i);
});

test("Back from a letter leads to where the reader was among those that were found", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await open(page, `${EDITION}/search/?year=`);
  await page.locator("#find-words").fill("a OR the");
  await page.keyboard.press("Enter");
  await expect(letters(page)).not.toHaveCount(0);
  const last = letters(page).last().getByRole("link");
  const href = await last.getAttribute("href");
  await last.click();
  await expect(page.locator(".letter__text")).toBeVisible();
  await page.goBack();
  const again = page.locator(`.find__letter a[href="${href}"]`);
  await expect(again).toBeFocused();
  await expect(again).toBeInViewport();
});

test("a letter is offered by its year and its identifier", async ({ page }) => {
  await open(page, `${EDITION}/search/`);
  const option = page.getByRole("option", { name: /3 May 1901, Ada Brook, Carl Dorn/ });
  const offered = (typed: string) =>
    expect(async () => {
      await page.locator("#find-words").fill("");
      await page.locator("#find-words").pressSequentially(typed);
      await expect(option).toContainText("letter", { timeout: 3000 });
    }).toPass();
  await offered("fer");
  await offered("1901");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator(".letter__text")).toBeVisible();
  await expect(page).toHaveURL(/letters\/[a-z]+\/$/);
});

test("by keyboard alone: the slash, a name that is offered, a letter, its places, and back", async ({ page }) => {
  await open(page, `${EDITION}/about/`);
  await page.keyboard.press("/");
  await expect(page.locator("#find-words")).toBeFocused();
  // The program is here when it offers something.
  await page.keyboard.type("wheel");
  await expect(status(page)).toHaveText("1 letter");
  await page.keyboard.type(" dor");
  const option = page.getByRole("option", { name: /Carl Dorn/ });
  await expect(option).toBeVisible();
  await expect(page.locator("#find-words")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.locator("#find-words")).toHaveValue('wheel with:"Carl Dorn" ');
  await expect(status(page)).toHaveText("1 letter");
  await letters(page).first().getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".find-bar [role=status]")).toContainText("1 of");
  await page.keyboard.press("/");
  await expect(page.locator("#find-words")).toBeFocused();
});

for (const [lang, word, said] of [["de", "mit", "1 Brief"], ["ru", "с", "Найдено писем: 1"]] as const) test(`a name that is offered is asked for in the words of the page, ${lang}`, async ({ page }) => {
  await open(page, `/${lang}/search/`);
  await page.locator("#find-words").pressSequentially("joff");
  await expect(page.locator("#find-suggested [role=option]").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("#find-words")).toHaveValue(new RegExp(`^${word}:".*Joffe.*" $`));
  await expect(status(page)).toHaveText(said);
});

test("while a word is typed longer ones are found; when it is entered, it is the word", async ({ page }) => {
  await open(page, `${EDITION}/search/`);
  await page.locator("#find-words").pressSequentially("whe");
  await expect(status(page)).toHaveText("1 letter");
  await page.locator("#find-words").press("Enter");
  await expect(status(page)).toHaveText("No letter has this.");
});

test("with scripts off the page says so and leads to the lists", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${EDITION}/search/`);
  await expect(page.locator(".find__still")).toContainText("Search needs scripts");
  await page.locator(".find__lists").getByRole("link", { name: "Persons" }).click();
  await expect(page.locator("h1")).toContainText("Persons");
  await context.close();
});

for (const [what, files, found] of [
  ["a file of the index", "**/data/find-*", "Which letters have this cannot be said."],
  ["the list of the letters", "**/data/find-*-len", "1 letter"],
] as const) {
  test(`${what} that is lost is said, and asked for again`, async ({ page }) => {
    await page.route(files, (route) => route.abort());
    await open(page, `${EDITION}/search/?q=wheel`);
    await expect(page.locator(".find__lost")).toContainText("A part of the edition did not arrive");
    await expect(status(page)).toHaveText(found);
    await page.unroute(files);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(status(page)).toHaveText("1 letter");
    await expect(page.locator(".find__lost")).toHaveCount(0);
  });
}

test("an index that cannot be had leaves the page and says so", async ({ page }) => {
  await page.route("**/find.ltb", (route) => route.fulfill({ status: 200, body: "no index" }));
  await open(page, `${EDITION}/search/?q=wheel`);
  await expect(status(page)).toHaveText("The search could not be loaded.");
  await expect(page.locator(".find__lists a").first()).toBeVisible();
});

test("what a letter says is text, in results too", async ({ page }) => {
  await open(page, `${EDITION}/search/?q=set+off`);
  await expect(letters(page)).toHaveCount(1);
  await expect(letters(page)).toContainText("<script>");
  expect(await page.title()).not.toBe("taken");
});

test("touch: a letter found is opened and gone through", async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await open(page, `${EDITION}/search/?q=ferry`);
  await expect(letters(page)).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  // Letters come before what they can be narrowed by; that is a touch away.
  await expect(letters(page).first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("combobox", { name: "From", exact: true })).toBeHidden();
  await page.locator(".find__narrow summary").tap();
  await page.getByRole("combobox", { name: "Year", exact: true }).selectOption({ index: 1 });
  await expect(status(page)).toContainText("of 2 letters");
  await page.getByRole("combobox", { name: "Year", exact: true }).selectOption("");
  await expect(letters(page)).toHaveCount(2);
  await letters(page).filter({ hasText: "3 May 1901" }).getByRole("link").tap();
  await expect(page.locator(".find-bar [role=status]")).toHaveText("1 of 1");
  const close = await page.locator(".find-bar").getByRole("button", { name: "Close" }).boundingBox();
  expect(Math.min(close!.width, close!.height)).toBeGreaterThanOrEqual(44);
  await context.close();
});

test("other languages of the interface have their words", async ({ page }) => {
  await open(page, "/de/search/?q=joffe&sort=");
  await expect(status(page)).toHaveText("1 Brief");
  await expect(letters(page)).toContainText("17. März 1921");
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on what was found, nor in the letter, in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const address of ["/search/?q=brook", "/letters/ferry/?find=ferry"]) {
      await open(page, EDITION + address);
      await page.locator(".find__letter, .find-bar").first().waitFor();
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`)).toEqual([]);
    }
  });
}

test.describe("without a network", () => {
  test.use({ offline: true });

  test("an edition in one file finds, shows and marks", async ({ page }) => {
    const said: string[] = [];
    page.on("requestfailed", (request) => said.push(request.url()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(`${FILE}#search/?q=wheel+come`);
    await page.locator("html[data-ready]").waitFor();
    await expect(status(page)).toHaveText("1 letter");
    await expect(letters(page).locator("mark")).toHaveText(["wheel", "Come"]);
    await letters(page).getByRole("link").click();
    await expect(page.locator(".find-bar [role=status]")).toHaveText("1 of 2");
    expect(await marked(page, "find")).toEqual(["wheel", "Come"]);
    await page.goBack();
    await expect(letters(page)).toHaveCount(1);
    expect(said).toEqual([]);
  });
});

test.describe("a page that was read", () => {
  test.use({ serviceWorkers: "allow" });

  test("finds again without a network", async ({ page }) => {
    const { site, state, server } = await host();
    await open(page, `${site}/search/?q=wheel`);
    await expect(letters(page).locator(".find__piece")).toContainText("turns again");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    // `waitForFunction` does not wait for what a promise comes to.
    const all = () =>
      page.evaluate(async () => {
        const kept = await (await caches.open("letterbook")).keys();
        const has = (part: string) => kept.some((request) => request.url.includes(part));
        const program = ["boot.js", "start.js", "app.css", "letterbook-viewer.js", "letterbook-viewer_bg.wasm"];
        const finding = ["/search.js", "search-page.js", "search-words.js", "letterbook-search.js", "letterbook-search_bg.wasm", "letterbook-pieces.js", "letterbook-pieces_bg.wasm", "letterbook-found.js", "letterbook-found_bg.wasm"];
        return [...program, ...finding, "find.ltb", "-len", "-t0", "/search/", "/letters/wheel/"].every(has);
      });
    await expect.poll(all, { timeout: 20_000 }).toBe(true);
    state.broken = () => true;
    await open(page, `${site}/search/?q=wheel`);
    await expect(letters(page).locator(".find__piece")).toContainText("turns again");
    server.closeAllConnections();
    server.close();
  });
});

for (const [script, text] of [["boot.js", ""], ["start.js", ""], ["search-words.js", ""]]) {
  test(`where ${script} is damaged the page says that it cannot search`, async ({ page }) => {
    await page.route(`**/${script}`, (route) => route.fulfill({ contentType: "text/javascript", body: text }));
    await page.goto(`${EDITION}/search/?q=wheel`);
    const said = script === "boot.js" ? page.locator(".find__still") : page.locator(".failure");
    await expect(said).toBeVisible({ timeout: 10_000 });
    await expect(said).toContainText("did not arrive");
    expect((await said.boundingBox())!.height).toBeGreaterThan(10);
  });
}

test("who searches sees no word of scripts that are missing", async ({ page }) => {
  await open(page, `${EDITION}/search/`);
  await expect(page.locator(".find__still")).toHaveCount(0);
});
