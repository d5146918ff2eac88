// An edition of several letters, made by `letterbook build` from TEI.
import { expect, test, type Page } from "@playwright/test";

const EDITION = process.env.EDITION_URL ?? "";

async function open(page: Page, view: string) {
  await page.goto(EDITION + view);
  await page.locator("html[data-ready]").waitFor();
}

test("letters stand year by year, and each is a step away", async ({ page }) => {
  await open(page, "/");
  await expect(page.locator("h1")).toHaveText("Letters from a Mill");
  await expect(page.locator(".letters__year h2")).toHaveText(["1901", "1903", "Without a date"]);
  await page.getByRole("link", { name: "3 May 1901" }).click();
  await expect(page.locator("h1")).toHaveText("Ada Brook to Carl Dorn");
  await expect(page).toHaveTitle("Ada Brook to Carl Dorn · Letters from a Mill");
});

test("from a person to a letter that names her", async ({ page }) => {
  await open(page, "/persons/");
  await page.getByRole("link", { name: "Elm, Eva" }).first().click();
  await expect(page.locator("h1")).toHaveText("Eva Elm");
  await page.locator(".entry__sentence").first().click();
  await expect(page.locator(".mention.is-lit")).toHaveText("one of them");
});

test("n03_each_series_has_its_list_and_its_switch", async ({ page }) => {
  await open(page, "/letters/ferry/");
  await expect(page.locator(".noteref")).toHaveCount(2);
  await expect(page.locator(".noteref--textual")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "The editor’s notes" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Notes on the text" })).toBeVisible();
  await page.getByLabel("Hide these notes").last().check();
  await expect(page.locator(".noteref--textual")).toBeHidden();
  await expect(page.locator(".noteref").first()).toBeVisible();
});

test("n01_a_note_with_the_number_of_a_paragraph_opens", async ({ page }) => {
  await open(page, "/letters/ferry/");
  await expect(page.locator("#p1")).toHaveClass(/tei-p/);
  await page.locator(".noteref").first().hover();
  await expect(page.locator(".popover--note:popover-open")).toContainText("It crossed at noon.");
  const twice = await page.locator("[id]").evaluateAll((all) => all.map((one) => one.id).filter((id, at, ids) => ids.indexOf(id) !== at));
  expect(twice).toEqual([]);
});

test("n20_the_words_that_a_note_says_it_is_on_are_lit", async ({ page }) => {
  await open(page, "/letters/ferry/");
  const lit = () => page.evaluate(() => [...(CSS.highlights.get("lemma") ?? [])].map(String).join("|"));
  await page.locator(".noteref").first().click();
  await expect.poll(lit).toBe("ferry");
  await page.keyboard.press("Escape");
  await expect.poll(lit).toBe("");
});

test("p03_several_persons_are_listed_with_how_sure_it_is", async ({ page }) => {
  await open(page, "/letters/ferry/");
  await page.getByRole("link", { name: "one of them" }).hover();
  const card = page.locator(".popover--card:popover-open");
  await expect(card).toContainText("Eva Elm");
  await expect(card).toContainText("Frida Fir");
  await expect(card.locator(".card__joint")).toBeVisible();
});

test("p04_a_name_without_an_entry_says_so", async ({ page }) => {
  await open(page, "/letters/ferry/");
  await page.getByRole("link", { name: "Mr. Nobody" }).click();
  await expect(page.locator(".popover--card:popover-open")).toContainText("not identified");
});

test("t02_letters_without_a_date_have_a_place_of_their_own", async ({ page }) => {
  await open(page, "/chronology/");
  await expect(page.locator(".timeline__column.is-undated")).toHaveCount(1);
  await expect(page.locator(".timeline__words li").last()).toContainText("Without a date");
});

test("a date that the edition doubts is in doubt wherever it stands", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "9 May 1901?", exact: true }).click();
  const date = page.locator(".letter-head__date");
  await expect(date).toHaveText("9 May 1901? In the edition: [9 May 1901?] the editor’s, probable");
  await expect(date.locator("time")).toHaveAttribute("datetime", "1901-05-09");
  await open(page, "/chronology/");
  const entry = page.locator(".timeline__words li", { hasText: "9 May 1901?" });
  await expect(entry).toContainText("[9 May 1901?]");
  // With that of the letter that has no date at all.
  await expect(page.locator(".timeline__column .mark.is-doubtful")).toHaveCount(2);
  // What is beyond doubt is told without the words of the edition.
  await open(page, "/letters/ferry/");
  await expect(date).not.toContainText("In the edition");
});

test("lines stand at the side that the source says", async ({ page }) => {
  await open(page, "/letters/wheel/");
  await expect(page.locator("#p1")).toHaveCSS("text-align", "center");
  await expect(page.locator(".tei-signed")).toHaveCSS("text-align", "left");
  await open(page, "/letters/ferry/");
  await expect(page.locator(".letter__text [data-align]")).toHaveCount(0);
});

test("the text is read in two layers", async ({ page }) => {
  await open(page, "/letters/signs/");
  const text = page.locator(".letter__text");
  await expect(text.locator(".tei-del")).toBeHidden();
  await expect(text.locator(".tei-expan")).toBeVisible();
  await page.getByRole("button", { name: "Reading settings" }).click();
  await page.getByLabel("as it stands on the paper").check();
  await page.keyboard.press("Escape");
  await expect(text.locator(".tei-del")).toBeVisible();
  await expect(text.locator(".tei-expan")).toBeHidden();
  await expect(text.locator(".tei-supplied-by-editor")).toBeHidden();
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await expect(text.locator(".tei-del")).toBeVisible();
});

test("every sign on the page has its line in the key, and no other", async ({ page }) => {
  await open(page, "/letters/signs/");
  const signs = (root: string) =>
    page.locator(`${root} [class^=tei-]`).evaluateAll((all) => {
      const known = ["tei-del", "tei-add", "tei-unclear", "tei-supplied-by-editor", "tei-gap", "tei-expan", "tei-corr", "tei-damage", "tei-ex"];
      return [...new Set(all.map((one) => one.classList[0]).filter((name) => known.includes(name)))].sort();
    });
  expect(await signs(".key")).toEqual(await signs(".letter__text"));
});

test("hostile markup stays text, and no program runs", async ({ page }) => {
  const outside: string[] = [];
  page.on("request", (request) => request.url().startsWith(EDITION) || outside.push(request.url()));
  let asked = false;
  page.on("dialog", (dialog) => ((asked = true), void dialog.dismiss()));
  for (const view of ["/", "/letters/hostile/", "/chronology/", "/persons/", "/persons/elm/"]) {
    await open(page, view);
    await expect(page.locator("h1").first()).toBeVisible();
    expect(await page.title()).not.toBe("taken");
    expect(await page.locator("#app script, #app img").count()).toBe(0);
    const schemes = await page.locator("a[href]").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
    expect(schemes.filter((scheme) => !["http:", "https:", "mailto:"].includes(scheme))).toEqual([]);
  }
  await open(page, "/letters/hostile/");
  await expect(page.locator(".letter__text")).toContainText("<script>document.title='taken'</script>");
  expect(outside).toEqual([]);
  expect(asked).toBe(false);
});
