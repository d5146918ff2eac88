// Three ways of using a page: by pointer alone, by keyboard alone, by touch alone. Each offers the same five moves,
// so that a journey is written once:
//   show(selector)   brings an element into view and returns its text
//   open(selector)   opens the note or card of a caller and returns its text
//   follow(selector) follows a link
//   close()          closes what was opened last
//   back()           goes to the page before
// The names in the text are not in the tab order unless the reader asks for it; the keyboard's hand asks.

import { Button, By, Key, Origin, until } from "selenium-webdriver";
import { Command } from "selenium-webdriver/lib/command.js";

const PATIENCE = 8000;

async function find(driver, selector) {
  return driver.wait(until.elementLocated(By.css(selector)), PATIENCE, `no ${selector}`);
}

/** The text of an element as it is shown, with no-break spaces as spaces. */
export async function textOf(driver, selector) {
  const element = await find(driver, selector);
  const text = await driver.executeScript("return arguments[0].innerText", element);
  return text.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ");
}

async function inView(driver, selector) {
  return driver.executeScript(
    `const r = document.querySelector(arguments[0]).getBoundingClientRect();
     return r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;`,
    selector,
  );
}

/** The id of the popover that a caller opens. */
async function popoverOf(driver, selector) {
  const caller = await find(driver, selector);
  const id = await driver.executeScript(
    "return arguments[0].getAttribute('interestfor') ?? arguments[0].dataset.interestfor",
    caller,
  );
  if (!id) throw new Error(`${selector} opens nothing`);
  return `[id="${id}"]`;
}

async function waitOpen(driver, popover) {
  await driver.wait(
    () => driver.executeScript("return document.querySelector(arguments[0])?.matches(':popover-open:not(.is-coming)') ?? false", popover),
    PATIENCE,
    `${popover} did not open`,
  );
}

async function waitClosed(driver, popover) {
  await driver.wait(
    () => driver.executeScript("return !document.querySelector(arguments[0])?.matches(':popover-open')", popover),
    PATIENCE,
    `${popover} did not close`,
  );
}

/** Where the middle of an element's first line is, in whole pixels of the viewport. */
async function point(driver, selector) {
  return driver.executeScript(
    `const r = document.querySelector(arguments[0]).getClientRects()[0];
     return { x: Math.round(r.left + r.width / 2), y: Math.round(r.top + r.height / 2) };`,
    selector,
  );
}

async function isWebKit(driver) {
  return (await driver.getCapabilities()).getBrowserName() === "MiniBrowser";
}

async function isChromium(driver) {
  return (await driver.getCapabilities()).getBrowserName().startsWith("chrom");
}

/** Waits until the page does not scroll any more. */
async function settle(driver) {
  let last = null;
  for (let same = 0, turn = 0; same < 3 && turn < 40; turn += 1) {
    const now = await driver.executeScript("return scrollY");
    same = now === last ? same + 1 : 0;
    last = now;
    await driver.sleep(70);
  }
  return last;
}

/** What the wheel was turned in all: WebKit's driver scrolls by the difference to the turn before. */
const turned = new WeakMap();

async function wheel(driver, delta) {
  let turn = delta;
  if (await isWebKit(driver)) {
    turn += turned.get(driver) ?? 0;
    turned.set(driver, turn);
  }
  // At the edge of the window: there are no words that would open something under the wheel.
  await driver.actions().scroll(6, 300, 0, turn).perform();
}

/** Takes the pointer to where nothing is. */
const away = (driver) => driver.actions().move({ origin: Origin.VIEWPORT, x: 2, y: 2, duration: 50 }).perform();

/** Scrolls by a hand's own move until the first line of an element stands well inside the window. */
async function bringBy(driver, selector, scroll) {
  await find(driver, selector);
  let before = await settle(driver);
  for (let turn = 0; turn < 80; turn += 1) {
    const { y } = await point(driver, selector);
    const height = await driver.executeScript("return innerHeight");
    if (y >= 60 && y <= height - 120) return;
    const way = Math.round(y - height / 2);
    await scroll(Math.sign(way) * Math.min(Math.max(Math.abs(way), 60), 480));
    const after = await settle(driver);
    // The page ends here: what is in view now is as far in as it can be.
    if (after === before && (await inView(driver, selector))) return;
    // What opened under the hand has its own scroll.
    if (after === before) await away(driver);
    before = after;
  }
  throw new Error(`${selector} cannot be scrolled to`);
}

/** By pointer alone: wheel, rest, click. */
export function pointer(driver) {
  const opened = [];
  const bring = (selector) => bringBy(driver, selector, (way) => wheel(driver, way));
  const rest = async (selector) => {
    const { x, y } = await point(driver, selector);
    // Two moves: the page ignores a pointer that did not move since it scrolled.
    await driver.actions().move({ origin: Origin.VIEWPORT, x: x + 1, y, duration: 30 }).perform();
    await driver.actions().move({ origin: Origin.VIEWPORT, x, y, duration: 30 }).perform();
  };
  return {
    name: "pointer",
    async prepare() {},
    back: () => driver.navigate().back(),
    async show(selector) {
      await bring(selector);
      return textOf(driver, selector);
    },
    async open(selector) {
      await bring(selector);
      const popover = await popoverOf(driver, selector);
      await rest(selector);
      await waitOpen(driver, popover);
      opened.push(popover);
      return textOf(driver, popover);
    },
    async follow(selector) {
      await bring(selector);
      const { x, y } = await point(driver, selector);
      await driver.actions().move({ origin: Origin.VIEWPORT, x, y, duration: 30 }).press(Button.LEFT).release(Button.LEFT).perform();
    },
    async close() {
      await away(driver);
      while (opened.length > 0) await waitClosed(driver, opened.pop());
    },
  };
}

/** By keyboard alone: Tab, Enter, Esc. */
export function keyboard(driver) {
  const opened = [];
  const press = (...keys) => driver.actions().sendKeys(...keys).perform();
  const focused = (selector) =>
    driver.executeScript("return document.activeElement?.matches(arguments[0]) ?? false", selector);
  const reach = async (selector) => {
    await find(driver, selector);
    if (await focused(selector)) return;
    for (let turn = 0; turn < 500; turn += 1) {
      await press(Key.TAB);
      if (await focused(selector)) return;
    }
    throw new Error(`${selector} cannot be reached by Tab`);
  };
  return {
    name: "keyboard",
    async prepare() {
      await reach(".settings__button");
      await press(Key.ENTER);
      await reach("input[name=names]:checked");
      const tabbed = () => driver.executeScript("return document.documentElement.dataset.names === 'tabbed'");
      // A reader presses until it is so; there are three choices.
      for (let turn = 0; turn < 6 && !(await tabbed()); turn += 1) {
        await press(Key.ARROW_DOWN);
        await driver.wait(tabbed, 1500).catch(() => {});
      }
      if (!(await tabbed())) throw new Error("names did not join the tab order");
      await press(Key.ESCAPE);
    },
    back: () => driver.navigate().back(),
    async show(selector) {
      await find(driver, selector);
      await driver.executeScript("document.activeElement?.blur?.()");
      for (let turn = 0; turn < 80 && !(await inView(driver, selector)); turn += 1) {
        const up = await driver.executeScript(
          "return document.querySelector(arguments[0]).getBoundingClientRect().top < 0",
          selector,
        );
        await press(up ? Key.PAGE_UP : Key.PAGE_DOWN);
        await driver.sleep(250);
      }
      if (!(await inView(driver, selector))) throw new Error(`${selector} cannot be scrolled to`);
      return textOf(driver, selector);
    },
    async open(selector) {
      const popover = await popoverOf(driver, selector);
      await reach(selector);
      await press(Key.ENTER);
      await waitOpen(driver, popover);
      opened.push(popover);
      return textOf(driver, popover);
    },
    async follow(selector) {
      await reach(selector);
      await press(Key.ENTER);
    },
    async close() {
      while (opened.length > 0) {
        await press(Key.ESCAPE);
        await waitClosed(driver, opened.pop());
      }
    },
  };
}

/** A tap made of events, for a driver that has no fingers: what a browser sends when a finger taps. */
const TAP = `
  const [x, y] = arguments;
  const target = document.elementFromPoint(x, y);
  const how = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x, clientY: y,
    pointerType: "touch", pointerId: 7, isPrimary: true, detail: 1 };
  for (const type of ["pointerover", "pointerdown"]) target.dispatchEvent(new PointerEvent(type, how));
  for (const type of ["pointerup", "pointerout"]) target.dispatchEvent(new PointerEvent(type, how));
  target.closest("a[href], button, input, [tabindex]")?.focus({ preventScroll: true });
  target.dispatchEvent(new PointerEvent("click", how));`;

/**
 * By touch alone: swipe and tap. In Chromium both are the driver's touch input. In Firefox taps are, but a swipe by its
 * driver does not scroll (headless, without its own thread for scrolling), so a script scrolls. WebKitGTK's driver takes
 * fingers for a mouse (the page hears of pointerType "mouse"), so there a tap is made of events by a script too: the
 * last resort, which shows what the page does with a tap, not that the browser sends one.
 */
export function touch(driver) {
  const opened = [];
  const finger = async (...moves) => {
    const actions = [{ type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions: moves }];
    await driver.execute(new Command("actions").setParameter("actions", actions));
  };
  const move = ({ x, y }, duration = 0) => ({ type: "pointerMove", duration, origin: "viewport", x, y });
  const down = { type: "pointerDown", button: 0 };
  const up = { type: "pointerUp", button: 0 };
  const tap = async (at) => {
    await driver.executeScript(
      "window.felt = null; addEventListener('pointerdown', e => { window.felt = e.pointerType; }, { capture: true, once: true })",
    );
    if (await isWebKit(driver)) await driver.executeScript(TAP, at.x, at.y);
    else await finger(move(at), down, { type: "pause", duration: 40 }, up);
    const felt = await driver.executeScript("return window.felt");
    if (felt !== "touch") throw new Error(`the page felt ${felt}, not a finger`);
  };
  const swipe = async (way) => {
    if (!(await isChromium(driver))) {
      await driver.executeScript("scrollBy({ top: arguments[0], behavior: 'instant' })", way);
      return;
    }
    const from = way > 0 ? 620 : 140;
    // At rest before it leaves, so that the page does not glide on.
    await finger(move({ x: 300, y: from }), down, move({ x: 300, y: from - way }, 250), { type: "pause", duration: 120 }, up);
  };
  const bring = (selector) => bringBy(driver, selector, swipe);
  return {
    name: "touch",
    async prepare() {},
    // WebKit's button skips pages that were not opened by a person, and a tap by events is none.
    back: async () => ((await isWebKit(driver)) ? driver.executeScript("history.back()") : driver.navigate().back()),
    async show(selector) {
      await bring(selector);
      return textOf(driver, selector);
    },
    async open(selector) {
      await bring(selector);
      const popover = await popoverOf(driver, selector);
      await tap(await point(driver, selector));
      await waitOpen(driver, popover);
      opened.push(popover);
      return textOf(driver, popover);
    },
    async follow(selector) {
      await bring(selector);
      await tap(await point(driver, selector));
    },
    async close() {
      while (opened.length > 0) {
        const popover = opened.pop();
        const button = `${popover} .popover__close`;
        await tap(await point(driver, button));
        await waitClosed(driver, popover);
      }
    },
  };
}
