// Three ways of using a page: by pointer alone, by keyboard alone, by touch alone. Each offers the same four moves,
// so that a journey is written once:
//   show(selector)   brings an element into view and returns its text
//   open(selector)   opens the note or card of a caller and returns its text
//   follow(selector) follows a link
//   close()          closes what was opened last
// The names in the text are not in the tab order unless the reader asks for it; the keyboard's hand asks.

import { Button, By, Key, Origin, until } from "selenium-webdriver";

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
    () => driver.executeScript("return document.querySelector(arguments[0])?.matches(':popover-open') ?? false", popover),
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

/** By pointer alone: wheel, rest, click. */
export function pointer(driver) {
  const opened = [];
  const away = () => driver.actions().move({ origin: Origin.VIEWPORT, x: 2, y: 2, duration: 50 }).perform();
  const bring = async (selector) => {
    await find(driver, selector);
    for (let turn = 0; turn < 200 && !(await inView(driver, selector)); turn += 1) {
      const up = await driver.executeScript(
        "return document.querySelector(arguments[0]).getBoundingClientRect().top < 0",
        selector,
      );
      await driver.actions().scroll(200, 300, 0, up ? -240 : 240).perform();
      await driver.sleep(30);
    }
    if (!(await inView(driver, selector))) throw new Error(`${selector} cannot be scrolled to`);
    // A line that only peeks in at an edge is brought further in.
    const { y } = await point(driver, selector);
    const height = await driver.executeScript("return innerHeight");
    if (y > height - 120) await driver.actions().scroll(200, 300, 0, 240).perform();
    if (y < 60) await driver.actions().scroll(200, 300, 0, -120).perform();
    await driver.sleep(250);
  };
  const rest = async (selector) => {
    const { x, y } = await point(driver, selector);
    // Two moves: the page ignores a pointer that did not move since it scrolled.
    await driver.actions().move({ origin: Origin.VIEWPORT, x: x + 1, y, duration: 30 }).perform();
    await driver.actions().move({ origin: Origin.VIEWPORT, x, y, duration: 30 }).perform();
  };
  return {
    name: "pointer",
    async prepare() {},
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
      await away();
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
      await press(Key.ARROW_DOWN);
      await driver.wait(
        () => driver.executeScript("return document.documentElement.dataset.names === 'tabbed'"),
        PATIENCE,
        "names did not join the tab order",
      );
      await press(Key.ESCAPE);
    },
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

/** By touch alone: tap and swipe. */
export function touch(driver) {
  const opened = [];
  const finger = async (...moves) => {
    const actions = [{ type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions: moves }];
    await driver.execute(new (await import("selenium-webdriver/lib/command.js")).Command("actions").setParameter("actions", actions));
  };
  const move = ({ x, y }, duration = 0) => ({ type: "pointerMove", duration, origin: "viewport", x, y });
  const down = { type: "pointerDown", button: 0 };
  const up = { type: "pointerUp", button: 0 };
  const tap = async (at) => {
    await finger(move(at), down, { type: "pause", duration: 40 }, up);
  };
  const bring = async (selector) => {
    await find(driver, selector);
    // Swipes are not scrolled by every driver; what is tested is what a tap does.
    await driver.executeScript("document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })", selector);
    await driver.sleep(150);
  };
  return {
    name: "touch",
    async prepare() {},
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
