// N1 to N3, N19: what stands in the page before anything is opened, and on paper.
import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectOpen, letter, open } from "./beside";

const NOTES = ["84", "85", "86"];

test("n01_a_caller_is_a_link_to_its_note", async ({ page }) => {
  await letter(page);
  const callers = page.locator(".letter .noteref");
  await expect(callers).toHaveCount(NOTES.length);
  for (const label of NOTES) {
    const caller = page.locator(`#r${label}`);
    await expect(caller).toHaveAttribute("role", "doc-noteref");
    await expect(caller).toHaveAttribute("href", `#n${label}`);
    await expect(caller).toHaveAttribute("interestfor", `pn${label}`);
    await expect(caller).toHaveAttribute("aria-details", `n${label}`);
    await expect(caller).toHaveAccessibleName(new RegExp(`note\\s*${label}`, "i"));
    // Only the number is to be seen.
    expect(await caller.evaluate((link) => link.querySelector(".visually-hidden")!.getBoundingClientRect().width)).toBeLessThan(2);
    await expect(page.locator(`#n${label}`)).toHaveCount(1);
  }
});

test("n01_the_list_has_a_heading_and_a_way_back_from_each_note", async ({ page }) => {
  await letter(page);
  const list = page.locator("section[role=doc-endnotes]");
  await expect(list.locator("h2")).toHaveText(/\S/);
  await expect(list.locator("ol > li")).toHaveCount(NOTES.length);
  await expect(list.locator("[role=doc-endnote]")).toHaveCount(0);
  for (const label of NOTES) {
    const back = list.locator(`#n${label} a[role=doc-backlink]`);
    await expect(back).toHaveCount(1);
    await expect(back).toHaveAttribute("href", `#r${label}`);
    await expect(back).toHaveAccessibleName(new RegExp(label));
  }
});

test("n01_the_way_back_leads_to_the_caller", async ({ page }) => {
  await letter(page);
  await page.locator("#n86 a[role=doc-backlink]").click();
  await expect(page).toHaveURL(/#r86$/);
  await expect(page.locator("#r86")).toBeInViewport();
  await page.waitForTimeout(500);
  expect(await open(page)).toEqual([]);
});

test("n02_the_list_is_visible_and_ids_are_unique", async ({ page }) => {
  await letter(page);
  for (const label of NOTES) await expect(page.locator(`#n${label}`)).toBeVisible();
  const all = () => page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
  expect(await all()).toEqual([]);
  await page.locator("#r84").click();
  await expectOpen(page, ["pn84"]);
  expect(await all()).toEqual([]);
  await expect(page.locator(".popover [id]")).toHaveCount(0);
});

test("n02_a_popover_says_what_the_list_says", async ({ page }) => {
  await letter(page);
  for (const label of NOTES) {
    const words = (selector: string) => page.locator(selector).evaluate((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const extra of copy.querySelectorAll("[role=doc-backlink], .popover__close, .permalink")) extra.remove();
      return copy.textContent!.replace(/\s+/g, " ").trim();
    });
    const note = await words(`#pn${label} .popover__scroll`);
    expect(note.length).toBeGreaterThan(100);
    expect((await words(`#n${label}`)).replace(/\s/g, "")).toContain(note.replace(/\s/g, ""));
  }
});

test("n03_the_series_of_a_note_is_told", async ({ page }) => {
  await letter(page);
  // This letter has one series, the editor's; a second would be a second list under its own heading.
  const lists = page.locator("section[role=doc-endnotes] ol");
  await expect(lists).toHaveCount(1);
  const numbers = await lists.locator("> li").evaluateAll((notes) => notes.map((note) => note.id));
  expect(numbers).toEqual(NOTES.map((label) => `n${label}`));
});

/** The words of a PDF in reading order. */
function words(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "letter-"));
  try {
    const file = join(folder, "letter.pdf");
    writeFileSync(file, pdf);
    return execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).replace(/\s+/g, "");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(text: string, part: string): number {
  return text.split(part.replace(/\s+/g, "")).length - 1;
}

test("n19_on_paper_every_note_stands_once", async ({ page }) => {
  await letter(page);
  await page.locator("#r85").focus();
  await page.keyboard.press("Enter");
  await expectOpen(page, ["pn85"]);
  const text = words(await page.pdf({ format: "A4" }));
  for (const part of [
    "expressed dissatisfaction over the fact",
    "A probable reference to the Plenary Meeting",
    "at the 13th sitting of the Tenth Party Congress",
  ]) expect(count(text, part), part).toBe(1);
  // The callers stand in the text, and every word of it, those that are buttons on the screen among them.
  expect(text).toContain("letterof15/III.84");
  expect(text).toMatch(/discussion\.85Icannot/);
  expect(count(text, "The old C.C. (1919-1920) defeated me")).toBe(1);
  expect(text).not.toContain("×");
});

test("n19_on_paper_notes_stand_after_their_paragraphs_where_the_reader_wants_them", async ({ page }) => {
  await letter(page);
  await page.locator(".settings__button").click();
  await page.getByLabel("after each paragraph").check();
  await page.keyboard.press("Escape");
  const text = words(await page.pdf({ format: "A4" }));
  const at = (part: string) => {
    expect(count(text, part), part).toBe(1);
    return text.replace(/\s/g, "").indexOf(part.replace(/\s/g, ""));
  };
  const note = at("A probable reference to the Plenary Meeting");
  expect(at("The old C.C. (1919-1920) defeated me")).toBeLessThan(note);
  expect(note).toBeLessThan(at("Then come to Moscow, we shall have a talk."));
  // On the screen they stand where they stood.
  await expect(page.locator(".notes .notes__item")).toHaveCount(3);
  await expect(page.locator(".letter__text .notes__item")).toHaveCount(0);
});
