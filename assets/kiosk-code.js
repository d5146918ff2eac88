// An address as a code for telephones (QR, ISO/IEC 18004).

/** A drawing of it, by a program of its own; none where the address is too long for such a code. */
export async function code(program, address) {
  const drawn = (await program("letterbook-code")).drawn(address);
  if (!drawn) return undefined;
  const [size, path] = [parseInt(drawn, 10), drawn.slice(drawn.indexOf(" ") + 1)];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  // Four modules around stay light, by the standard.
  svg.setAttribute("viewBox", `-4 -4 ${size + 8} ${size + 8}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", address);
  svg.appendChild(document.createElementNS(svg.namespaceURI, "path")).setAttribute("d", path);
  return svg;
}
