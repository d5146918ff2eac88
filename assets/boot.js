// Starts the viewer, and says so in plain words where that fails. What is on the page stays.

const WORDS = {
  en: {
    missing: "This browser lacks WebAssembly, which the edition needs to be shown. A current version of any common browser has it.",
    arrival: "The edition could not be loaded: a part of it did not arrive. Please check the connection and load the page again.",
    failure: "The edition stopped because of an error. What you see stays readable; to go on, please load the page again.",
  },
  de: {
    missing: "Diesem Browser fehlt WebAssembly, ohne das die Ausgabe nicht gezeigt werden kann. Jeder gängige Browser hat es in seiner aktuellen Fassung.",
    arrival: "Die Ausgabe konnte nicht geladen werden: Ein Teil ist nicht angekommen. Bitte die Verbindung prüfen und die Seite neu laden.",
    failure: "Die Ausgabe wurde durch einen Fehler angehalten. Was zu sehen ist, bleibt lesbar; bitte die Seite neu laden, um fortzufahren.",
  },
  ru: {
    missing: "В этом браузере нет WebAssembly, без которого издание не может быть показано. В текущих версиях распространённых браузеров он есть.",
    arrival: "Издание не удалось загрузить: часть его не дошла. Проверьте соединение и загрузите страницу ещё раз.",
    failure: "Издание остановилось из-за ошибки. То, что на экране, можно читать; чтобы продолжить, загрузите страницу ещё раз.",
  },
};

function words() {
  const tags = navigator.languages ?? [navigator.language];
  const known = tags.map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => tag in WORDS) ?? "en";
  return [known, WORDS[known]];
}

let told = false;

function tell(what, error) {
  if (error) console.error(error);
  if (told) return;
  told = true;
  const [language, sentences] = words();
  document.querySelector("#app > .boot")?.remove();
  const box = document.createElement("div");
  box.className = "failure";
  box.lang = language;
  box.setAttribute("role", "alert");
  const sentence = document.createElement("p");
  box.append(sentence);
  document.getElementById("app").before(box);
  // Set after the box is in the page, so that it is read out.
  sentence.textContent = sentences[what];
}

// A panic ends the program, wherever it happens; other scripts' errors are not ours.
function ended(error) {
  if (error instanceof WebAssembly.RuntimeError) tell("failure", error);
}

// Files of an edition are compressed; the browser unpacks them.
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

async function start() {
  if (typeof WebAssembly !== "object") {
    tell("missing");
    return;
  }
  addEventListener("error", (event) => ended(event.error));
  addEventListener("unhandledrejection", (event) => ended(event.reason));
  try {
    // A built edition lies beside the page; the viewer's own is inside of it.
    const address = document.documentElement.dataset.edition;
    const edition = address && fetched(address);
    // Told when it is waited for: until then it may fail unheard.
    edition?.catch(() => {});
    const viewer = await import("/letterbook-viewer.js");
    await viewer.default();
    const part = (file) =>
      fetched(new URL(`data/${file}`, new URL(address, location.href))).then(
        (bytes) => viewer.arrived(file, bytes),
        (error) => {
          console.error(error);
          viewer.arrived(file);
        },
      );
    viewer.open(await edition, address && part);
  } catch (error) {
    tell(error instanceof WebAssembly.RuntimeError ? "failure" : "arrival", error);
  }
}

start();
