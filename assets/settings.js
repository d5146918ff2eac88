// The choices in the panel "Aa", made when a reader wants to choose. The program of the page follows and remembers them.

/** Of each group the choices by the words of the program, the usual one marked. */
const CHOICES = {
  theme: ["*system", "light", "dark"],
  size: ["small", "*medium", "large", "huge"],
  names: ["plain", "*underlined", "tabbed"],
  layer: ["*reading", "diplomatic"],
  notes: ["*end", "paragraphs"],
};

/** Of each group its name and those of its choices. */
const WORDS = {
  en: {
    theme: ["Colours", "As the system", "Light", "Dark"],
    size: ["Text size", "Small", "Medium", "Large", "Largest"],
    names: ["Names in the text", "Plain", "Underlined", "Underlined, and reached by the Tab key"],
    layer: ["Text", "as one reads it", "as it stands on the paper"],
    notes: ["Notes on paper", "at the end", "after each paragraph"],
  },
  de: {
    theme: ["Farben", "Wie das System", "Hell", "Dunkel"],
    size: ["Schriftgröße", "Klein", "Mittel", "Groß", "Sehr groß"],
    names: ["Namen im Text", "Ohne Auszeichnung", "Unterstrichen", "Unterstrichen und mit der Tabulatortaste erreichbar"],
    layer: ["Text", "zum Lesen", "wie auf dem Papier"],
    notes: ["Anmerkungen im Druck", "am Ende", "nach jedem Absatz"],
  },
  ru: {
    theme: ["Цвета", "Как в системе", "Светлые", "Тёмные"],
    size: ["Размер текста", "Мелкий", "Средний", "Крупный", "Самый крупный"],
    names: ["Имена в тексте", "Без выделения", "Подчёркнуты", "Подчёркнуты и доступны клавишей Tab"],
    layer: ["Текст", "для чтения", "как на бумаге"],
    notes: ["Примечания на бумаге", "в конце", "после каждого абзаца"],
  },
};

function made(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The panel beside its button. A page that offers no languages has none yet. */
function panel(button) {
  const there = document.getElementById("settings");
  if (there) return there;
  const label = button.getAttribute("aria-label");
  const fresh = made("div", { popover: "auto", id: "settings", class: "settings", role: "dialog", "aria-label": label }, made("h2", {}, label));
  button.after(fresh);
  return fresh;
}

/** Puts the choices into the panel: what holds is chosen. */
function fill(panel) {
  const root = document.documentElement;
  const words = WORDS[root.lang] ?? WORDS.en;
  const groups = Object.entries(CHOICES).map(([name, choices]) => {
    const [legend, ...labels] = words[name];
    const radios = choices.map((choice, at) => {
      const value = choice.replace("*", "");
      const radio = made("input", { type: "radio", name, value });
      radio.defaultChecked = value !== choice;
      radio.checked = root.dataset[name] ? root.dataset[name] === value : radio.defaultChecked;
      return made("label", {}, radio, labels[at]);
    });
    return made("fieldset", {}, made("legend", {}, legend), ...radios);
  });
  for (const group of panel.querySelectorAll("fieldset")) group.remove();
  panel.querySelector("h2").after(...groups);
}

/** Fills the panel. Where it was not printed it is opened too; from then on the browser does that. */
export function open(button) {
  const shown = panel(button);
  fill(shown);
  if (button.hasAttribute("popovertarget")) return;
  button.setAttribute("popovertarget", shown.id);
  shown.showPopover();
}

/** The usual choices again, for the next visitor of a kiosk. */
export function forget() {
  const button = document.querySelector(".settings__button");
  if (!button) return;
  const shown = panel(button);
  fill(shown);
  for (const input of shown.querySelectorAll("input")) {
    if (input.defaultChecked && !input.checked) input.click();
  }
}

// On paper notes stand after their paragraphs, where the reader wants them there; each stands once.
const moved = [];
addEventListener("beforeprint", () => {
  if (document.documentElement.dataset.notes !== "paragraphs") return;
  for (const note of [...document.querySelectorAll(".notes__item")].reverse()) {
    const call = document.querySelector(`.letter__text [aria-details="${CSS.escape(note.id)}"]`);
    const place = document.createComment("");
    note.before(place);
    call?.closest(".letter__text > *").after(note);
    moved.push([place, note]);
  }
});
addEventListener("afterprint", () => moved.splice(0).forEach(([place, note]) => place.replaceWith(note)));
