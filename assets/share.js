// How a page of the edition is cited, and shown in other pages. Fetched when a reader asks for it.

const WORDS = {
  en: {
    title: "Share and embed",
    link: "Link",
    frame: "In a frame, for course systems",
    element: "As an element, for pages of your own",
    preview: "As it will look",
    copy: "Copy",
    copied: "Copied",
    close: "Close",
  },
  de: {
    title: "Teilen und einbetten",
    link: "Link",
    frame: "In einem Rahmen, für Lernplattformen",
    element: "Als Element, für eigene Seiten",
    preview: "So wird es aussehen",
    copy: "Kopieren",
    copied: "Kopiert",
    close: "Schließen",
  },
  ru: {
    title: "Поделиться и встроить",
    link: "Ссылка",
    frame: "Во фрейме, для учебных систем",
    element: "Как элемент, для своих страниц",
    preview: "Так это будет выглядеть",
    copy: "Копировать",
    copied: "Скопировано",
    close: "Закрыть",
  },
};

const quoted = (text) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** What others write into their pages to show this one. */
export function snippets(letter) {
  const root = document.documentElement;
  const place = new URL(root.dataset.place ?? location.href, location.href);
  const page = new URL(place.pathname, place).href;
  const edition = new URL(root.dataset.shared, page).href;
  // The first page of an edition of one letter is that letter.
  const shown = page.startsWith(edition) ? page.slice(edition.length) : "";
  const path = shown.includes("letters/") ? shown : `${shown}letters/${root.querySelector("[data-letter]").dataset.path ?? letter}/`;
  const frame = `${edition}embed/${path}`;
  const language = /^[a-z]{2}(?=\/letters\/)/.exec(path)?.[0];
  return {
    link: page,
    frame: `<iframe src="${quoted(frame)}" title="${quoted(document.title)}" width="100%" height="600" loading="lazy"></iframe>`,
    element:
      `<script src="${quoted(`${edition}embed.js`)}" defer></script>\n` +
      `<letterbook-viewer letter="${quoted(letter)}"${language ? ` lang="${language}"` : ""}></letterbook-viewer>`,
    preview: frame,
  };
}

/** Shows the dialog for a letter, beside the button that asked for it. */
export function open(button) {
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  const { preview, ...texts } = snippets(button.dataset.letter);
  const status = made("span", { role: "status" });
  const rows = Object.entries(texts).map(([name, text]) => {
    const field = made("textarea", { readonly: "", rows: name === "link" ? 1 : 3, spellcheck: "false" }, text);
    field.addEventListener("focus", () => field.select());
    const copy = made("button", { type: "button" }, words.copy);
    copy.addEventListener("click", async () => {
      field.select();
      // Where a page may not write to the clipboard the text is selected, for the keys that copy.
      await navigator.clipboard?.writeText(text).then(() => status.replaceChildren(words.copied), () => {});
    });
    return made("div", { class: "share__row" }, made("label", {}, words[name], field), copy);
  });
  const close = made("button", { type: "button", class: "share__close", "aria-label": words.close }, "×");
  const frame = made("iframe", { src: preview, title: words.preview, loading: "lazy" });
  const dialog = made(
    "dialog",
    { class: "share", "aria-label": words.title },
    close,
    made("h2", {}, words.title),
    ...rows,
    status,
    made("p", { class: "share__preview" }, words.preview),
    frame,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
