// P1 to P4: names in the text, and what their cards say.
import { expect, test, type Page } from "@playwright/test";
import { bring, expectOpen, letter, open, rest } from "./beside";

test.use({ viewport: { width: 1200, height: 800 } });

const NAMES = ".letter__text .name, #notes .name";

/** Opens the card of the first name with this target, by pointer, and returns its selector. */
async function card(page: Page, target: string) {
  const name = `.letter__text .name[interestfor="${target}"], #notes .name[interestfor="${target}"]`;
  await bring(page, name);
  await page.locator(name).first().click();
  await expectOpen(page, [target]);
  return page.locator(`[id="${target}"]`);
}

async function setting(page: Page, names: "plain" | "underlined" | "tabbed") {
  await page.locator(".settings__button").click();
  await page.locator("input[name=names]").nth(["plain", "underlined", "tabbed"].indexOf(names)).check();
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).toHaveAttribute("data-names", names);
}

test("p01_a_name_is_a_link_to_its_entry", async ({ page }) => {
  await letter(page);
  const names = await page.locator(NAMES).evaluateAll((all) =>
    all.map((name) => ({
      own: name.getAttribute("href")!.startsWith("#"),
      kind: [...name.classList].find((word) => /^name--(person|place|organisation|work|event|office|abbreviation)$/.test(word)),
      href: (name as HTMLAnchorElement).pathname,
      card: !!document.getElementById(name.getAttribute("interestfor") ?? ""),
      nested: !!name.querySelector("a, button") || !!name.parentElement!.closest("a, button"),
      origin: name.getAttribute("data-origin"),
    })),
  );
  expect(names.length).toBeGreaterThan(30);
  const index = { person: "persons", place: "places", organisation: "organisations", work: "works", event: "events", office: "offices" };
  for (const name of names) {
    expect(name.kind, JSON.stringify(name)).toBeTruthy();
    expect(name.card, JSON.stringify(name)).toBe(true);
    expect(name.nested).toBe(false);
    // An editor's, unless a program says so.
    expect([null, "machine"]).toContain(name.origin);
    // Words without an entry lead to themselves.
    if (name.own) continue;
    const kinds = Object.values(index).join("|");
    expect(name.href).toMatch(new RegExp(`^/(${kinds})/[^/]+/$`));
  }
});

test("p01_kinds_are_told_apart_by_line_not_by_colour", async ({ page }) => {
  await letter(page);
  const lines: string[] = [];
  for (const kind of ["person", "place", "organisation", "work"]) {
    const line = await page.locator(`.letter__text .name--${kind}, #notes .name--${kind}`).first().evaluate((name) => {
      const style = getComputedStyle(name);
      return [style.textDecorationLine, style.textDecorationStyle].join(" ");
    });
    expect(line).toContain("underline");
    lines.push(line);
  }
  expect(new Set(lines).size).toBe(lines.length);
});

test("p01_names_plain_underlined_and_in_the_tab_order", async ({ page }) => {
  await letter(page);
  const name = ".letter__text a.name--person";
  const line = () => page.locator(name).first().evaluate((link) => getComputedStyle(link).textDecorationLine);
  const stops = () => page.locator(NAMES).evaluateAll((all) => all.filter((link) => (link as HTMLElement).tabIndex >= 0).length);
  expect(await line()).toBe("underline");
  expect(await stops()).toBe(0);
  await setting(page, "plain");
  expect(await line()).toBe("none");
  await bring(page, name);
  const target = await page.locator(name).first().getAttribute("interestfor");
  await rest(page, name);
  await expectOpen(page, [target!]);
  await page.keyboard.press("Escape");
  await setting(page, "tabbed");
  expect(await line()).toBe("underline");
  expect(await stops()).toBe(await page.locator(NAMES).count());
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-names", "tabbed");
});

test("p01_every_name_is_in_the_list_under_the_letter", async ({ page }) => {
  await letter(page);
  const listed = await page.locator("#names a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const named = await page.locator(".letter__text a.name, #notes a.name").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(named.length).toBeGreaterThan(20);
  for (const href of named) expect(listed).toContain(href);
  const stops = await page.locator("#names a").evaluateAll((links) => links.every((link) => (link as HTMLElement).tabIndex >= 0));
  expect(stops).toBe(true);
});

test("p02_a_card_says_who_when_what_and_how_often", async ({ page }) => {
  await letter(page);
  const joffe = await card(page, "c-joffe");
  await expect(joffe).toContainText("Joffe");
  await expect(joffe).toContainText("1883");
  await expect(joffe).toContainText("1927");
  await expect(joffe.locator(".card__about")).toHaveText(/\S.{10,}/);
  await expect(joffe.locator(".card__here")).toContainText(/recipient/i);
  await expect(joffe.locator(".card__totals")).toContainText(/0 sent.*1 received.*\d+ mention/);
  await expect(joffe.locator("a[href$='/persons/joffe/']").first()).toBeVisible();
});

test("p02_the_counts_of_a_card_are_those_of_the_entry", async ({ page }) => {
  await letter(page);
  const trotsky = await card(page, "c-trotsky");
  const said = Number(/(\d+) mention/.exec((await trotsky.locator(".card__totals").textContent())!)![1]);
  await trotsky.locator("a[href$='/persons/trotsky/']").first().click();
  await expect(page).toHaveURL(/\/persons\/trotsky\/$/);
  await page.locator("main a[href*='#m']").first().waitFor();
  const places = await page.locator("main a[href*='#m']").evaluateAll((links) => new Set(links.map((link) => link.getAttribute("href"))).size);
  expect(places).toBe(said);
});

test("p02_a_card_leads_to_all_mentions_and_to_an_authority", async ({ page }) => {
  await letter(page);
  const trotsky = await card(page, "c-trotsky");
  await expect(trotsky.locator(".card__links a[rel~=external]").first()).toHaveAttribute("href", /^https:\/\/.*Q33391/);
  await trotsky.locator(".card__totals a[href*='#in-']").click();
  await expect(page).toHaveURL(/\/persons\/trotsky\/#in-/);
  await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeInViewport();
});

test("p03_who_says_that_it_is_this_person_is_told", async ({ page }) => {
  await letter(page);
  const machine = page.locator(".letter__text .name[data-origin=machine], #notes .name[data-origin=machine]").first();
  const target = (await machine.getAttribute("interestfor"))!;
  await bring(page, `.letter .name[data-origin=machine]`);
  await machine.click();
  await expectOpen(page, [target]);
});

test("p04_no_card_is_empty", async ({ page }) => {
  await letter(page);
  const cards = await page.locator("[interestfor]").evaluateAll((all) => all.map((caller) => {
    const target = caller.getAttribute("interestfor")!;
    return [target, document.getElementById(target)?.querySelector(".popover__scroll")?.textContent ?? ""] as const;
  }));
  expect(new Set(cards.map(([target]) => target)).size).toBeGreaterThan(15);
  for (const [target, words] of cards) expect(words.replace(/\s+/g, " ").trim(), target).toMatch(/\p{L}{2,}.*\s.*\S/u);
  expect(await open(page)).toEqual([]);
});

test("p04_what_is_only_an_abbreviation_is_expanded", async ({ page }) => {
  await letter(page);
  const short = page.locator(".letter__text .name", { hasText: /^C\.C\.$/ }).first();
  const target = (await short.getAttribute("interestfor"))!;
  await short.evaluate((name) => name.scrollIntoView({ behavior: "instant", block: "center" }));
  const address = page.url();
  await short.click();
  await expectOpen(page, [target]);
  await expect(page.locator(`[id="${target}"]`)).toContainText("Central Committee");
  expect(page.url()).toBe(address);
});
