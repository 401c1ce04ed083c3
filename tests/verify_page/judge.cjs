/* Runs the page's own verdict: one JSON line in, one verdict out. No browser is needed. */
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const vm = require("vm");
const { plainVerdict } = require("./plain.cjs");

const [folder, dataFile, engine] = process.argv.slice(2);
const world = { crypto: globalThis.crypto, TextDecoder, Uint8Array, Uint16Array, Int32Array, Promise, console };
world.self = world;
world.globalThis = world;
vm.createContext(world);
for (const name of ["vendor/pako_inflate.es5.min.js", "vendor/nacl-fast.min.js", "vendor/jsqr.js", "code.js"]) {
  vm.runInContext(fs.readFileSync(path.join(folder, name), "utf-8"), world, { filename: name });
}

const told = JSON.parse(fs.readFileSync(dataFile, "utf-8"));
const code = world.StationCode;
const holds = { nacl: code.withNacl, browser: code.withBrowser }[engine];
const day = (text) => Date.parse(text + "T00:00:00Z") / 86400000;
async function answer(line) {
  const asked = JSON.parse(line);
  if (asked.picture) {
    const pixels = new Uint8ClampedArray(Buffer.from(asked.picture, "base64"));
    const found = world.self.jsQR(pixels, asked.width, asked.height);
    return { data: found ? found.data : "" };
  }
  return plainVerdict(await code.judge(asked.typed, await rests, day(asked.today)));
}

const rests = code.open(told, holds);
(async () => {
  try {
    await rests;
  } catch (error) {
    console.log(JSON.stringify({ refused: true, why: String(error && error.message) }));
    return;
  }
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(line)));
  }
})();
