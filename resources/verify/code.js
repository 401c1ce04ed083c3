/* The verdict on a code. It says the same of every input as station_app/domain/paper_code:
 * whoever changes one of the two changes the other, and tests/verify holds them together.
 * Old browsers of offices read this too: nothing newer than ES5 with Promise and TextDecoder. */
(function (root) {
  "use strict";

  var PREFIX = "86", VERSION = "1", CHECK = 9973, CHECK_DIGITS = 4;
  var FEWEST_DIGITS = 180, MOST_DIGITS = 1159, MOST_TYPED = 20000;
  var TAG = ascii("SQZS1\u0000"), LIST_TAG = ascii("SQZS-LIST1\u0000");
  var VOUCHER_TAG = ascii("SQZS-ROOT1\u0000");
  var LIST_FORM = 2, ED25519 = 1, KEY_ID = 6, SIGNATURE = 64, HEAD = 2 + KEY_ID;
  var MOST_UNPACKED = 1024, MOST_FACTS = 12, LAST_DAY = 376199, DEEPEST = 3, HANDLE = 8;
  var MALFORMED = { malformed: true };
  /* The order of the curve, the last byte first: a second half not below it is refused. */
  var ORDER = bytes("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");

  function ascii(text) {
    var data = new Uint8Array(text.length), i;
    for (i = 0; i < text.length; i++) { data[i] = text.charCodeAt(i); }
    return data;
  }

  function bytes(hex) {
    var data = new Uint8Array(hex.length / 2), i;
    for (i = 0; i < data.length; i++) { data[i] = parseInt(hex.substr(2 * i, 2), 16); }
    return data;
  }

  function hex(data) {
    var text = "", i;
    for (i = 0; i < data.length; i++) { text += (data[i] < 16 ? "0" : "") + data[i].toString(16); }
    return text;
  }

  function joined(first, second) {
    var data = new Uint8Array(first.length + second.length);
    data.set(first, 0);
    data.set(second, first.length);
    return data;
  }

  /* --- digits ------------------------------------------------------------------------- */

  function clean(typed) {
    return typed.replace(/[ \t\r\n\u00a0\u3000\ufeff-]/g, "").replace(/[\uff10-\uff19]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xff10 + 48);
    });
  }

  function rest(digits) {
    var value = 0, i;
    for (i = 0; i < digits.length; i++) { value = (value * 10 + digits.charCodeAt(i) - 48) % CHECK; }
    return value;
  }

  /* Long division the other way round: ten thousand at a time into bytes. */
  function bytesOfNumber(digits) {
    var little = [], at = digits.length % 4, i, carry;
    function take(chunk, times) {
      carry = parseInt(chunk, 10);
      for (i = 0; i < little.length; i++) {
        carry += little[i] * times;
        little[i] = carry & 255;
        carry = carry >>> 8;
      }
      while (carry) { little.push(carry & 255); carry = carry >>> 8; }
    }
    if (at) { take(digits.substr(0, at), 1); }
    for (; at < digits.length; at += 4) { take(digits.substr(at, 4), 10000); }
    return new Uint8Array(little.reverse());
  }

  function bytesOf(typed) {
    var digits = typed.length <= MOST_TYPED ? clean(typed) : "", body, number;
    if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS || !/^[0-9]+$/.test(digits) ||
        digits.substr(0, PREFIX.length) !== PREFIX) { return { fault: "not-a-code" }; }
    if (digits.charAt(PREFIX.length) !== VERSION) { return { fault: "newer" }; }
    body = digits.substr(0, digits.length - CHECK_DIGITS);
    number = body.substr(PREFIX.length + VERSION.length);
    if (parseInt(digits.substr(-CHECK_DIGITS), 10) !== rest(body) || number.charAt(0) === "0") {
      return { fault: "misread" };
    }
    return { data: bytesOfNumber(number) };
  }

  /* --- deterministic CBOR: whole numbers, bytes, text, arrays --------------------------- */

  function cbor(data) {
    var at = 0, item;
    function taken(length) {
      if (length > data.length - at) { throw MALFORMED; }
      at += length;
      return data.subarray(at - length, at);
    }
    function head() {
      var first = taken(1)[0], kind = first >> 5, short = first & 31, size, value = 0, part, i;
      if (short < 24) { return [kind, short]; }
      size = { 24: 1, 25: 2, 26: 4 }[short];
      if (!size) { throw MALFORMED; }
      part = taken(size);
      for (i = 0; i < size; i++) { value = value * 256 + part[i]; }
      if (value < { 1: 24, 2: 256, 4: 65536 }[size]) { throw MALFORMED; }
      return [kind, value];
    }
    function next(depth) {
      var found = head(), kind = found[0], value = found[1], items = [], i;
      if (kind === 0) { return value; }
      if (kind === 2) { return taken(value); }
      if (kind === 3) { return text(taken(value)); }
      if (kind !== 4 || depth === DEEPEST || value > data.length - at) { throw MALFORMED; }
      for (i = 0; i < value; i++) { items.push(next(depth + 1)); }
      return items;
    }
    item = next(0);
    if (at !== data.length) { throw MALFORMED; }
    return item;
  }

  function text(data) {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
    } catch (error) {
      throw MALFORMED;
    }
  }

  function unpacked(packed, words) {
    var pako = root.pako, total = 0, inflator, parts = [], data;
    try {
      inflator = new pako.Inflate({ raw: true, dictionary: words, chunkSize: MOST_UNPACKED + 1 });
      inflator.onData = function (part) {
        total += part.length;
        if (total > MOST_UNPACKED) { throw MALFORMED; }
        parts.push(part);
      };
      inflator.push(packed, true);
    } catch (error) {
      throw MALFORMED;
    }
    if (inflator.err || !inflator.ended || inflator.strm.avail_in !== 0) { throw MALFORMED; }
    data = new Uint8Array(0);
    parts.forEach(function (part) { data = joined(data, part); });
    return data;
  }

  /* --- what is signed ------------------------------------------------------------------- */

  function isText(item) {
    return typeof item === "string" && !/[\u0000-\u001f\u007f-\u009f]/.test(item);
  }

  function isDay(item) { return typeof item === "number" && item <= LAST_DAY; }

  function claimsOf(item) {
    var facts;
    if (!Array.isArray(item) || item.length !== 7) { throw MALFORMED; }
    facts = item[6];
    if (typeof item[0] !== "number" || !isText(item[1]) || !isDay(item[2]) || !isDay(item[3]) ||
        !isText(item[4]) || !isText(item[5]) || !Array.isArray(facts) ||
        facts.length > MOST_FACTS || !facts.every(isText)) { throw MALFORMED; }
    return {
      kind: item[0], number: item[1], issued: item[2], until: item[3],
      document: item[4], name: item[5], facts: facts
    };
  }

  function isBelowOrder(signature) {
    var i, mine;
    for (i = 0; i < 32; i++) {
      mine = signature[SIGNATURE - 1 - i];
      if (mine !== ORDER[i]) { return mine < ORDER[i]; }
    }
    return false;
  }

  function handleOf(signed) {
    return hex(root.nacl.hash(joined(TAG, signed)).subarray(0, HANDLE));
  }

  /* --- signatures: the browser's own, or tweetnacl where it knows no Ed25519 -------------- */

  function withNacl(key, signature, message) {
    try {
      return Promise.resolve(root.nacl.sign.detached.verify(message, signature, key));
    } catch (error) {
      return Promise.resolve(false);
    }
  }

  function withBrowser(key, signature, message) {
    var subtle = root.crypto.subtle;
    return subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]).then(function (known) {
      return subtle.verify({ name: "Ed25519" }, known, signature, message);
    });
  }

  /* Tried once with a signature that is known to hold: some browsers have the name alone. */
  function chosen() {
    var key = bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    var known = bytes("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    try {
      return withBrowser(key, known, new Uint8Array(0)).then(function (holds) {
        return holds ? withBrowser : withNacl;
      }, function () { return withNacl; });
    } catch (error) {
      return Promise.resolve(withNacl);
    }
  }

  /* --- whom to believe -------------------------------------------------------------------- */

  function idOf(key) { return hex(root.nacl.hash(key).subarray(0, KEY_ID)); }

  function keyOf(item) {
    return {
      id: hex(item[0]), algorithm: item[1], key: new Uint8Array(item[2]), issuer: item[3],
      from: item[4], to: item[5], withdrawn: item[6]
    };
  }

  /* The list of the page; refused as a whole if its root has not signed it. */
  function openList(told, holds) {
    var data = bytes(told.list), key = bytes(told.root), signature = bytes(told.signature);
    return holds(key, signature, joined(LIST_TAG, data)).then(function (isSigned) {
      var item, revoked = {}, confirmed = {};
      if (!isSigned || !isBelowOrder(signature)) { throw MALFORMED; }
      item = cbor(data);
      if (item[0] !== LIST_FORM) { throw MALFORMED; }
      item[4].forEach(function (each) { revoked[hex(each[0])] = each[1]; });
      item[5].forEach(function (each) { confirmed[hex(each)] = true; });
      return { day: item[1], sequence: item[2], keys: item[3].map(keyOf), revoked: revoked,
               confirmed: confirmed, count: item[4].length, root: idOf(key) };
    });
  }

  /* Who stands for the root: what a street office has signed, if it has. */
  function openVoucher(told, holds) {
    var data, key, signature;
    if (!told.voucher) { return Promise.resolve(null); }
    data = bytes(told.voucher.data);
    key = bytes(told.voucher.street);
    signature = bytes(told.voucher.signature);
    return holds(key, signature, joined(VOUCHER_TAG, data)).then(function (isSigned) {
      var item = isSigned && isBelowOrder(signature) ? cbor(data) : [];
      if (item[0] !== 1 || hex(item[1]) !== told.root) { throw MALFORMED; }
      return { station: item[2], from: item[3], to: item[4], by: item[5], street: idOf(key) };
    });
  }

  function words(told) {
    var found = {}, name;
    for (name in told.dictionaries) { found[name] = bytes(told.dictionaries[name]); }
    return found;
  }

  /* What verdicts rest on; *holds* checks a signature, by default whatever does here. */
  function open(told, holds) {
    return (holds ? Promise.resolve(holds) : chosen()).then(function (checks) {
      return Promise.all([openList(told, checks), openVoucher(told, checks)]).then(function (found) {
        return { list: found[0], voucher: found[1], dictionaries: words(told), forms: told.forms,
                 holds: checks };
      });
    });
  }

  /* --- the verdict ------------------------------------------------------------------------ */

  function standing(claims, key, revoked, confirmed, today) {
    if (claims.issued < key.from || claims.issued > key.to) { return "not-its-time"; }
    if (revoked !== undefined) { return "revoked"; }
    if (key.withdrawn && !confirmed) { return "withdrawn"; }
    if (today < claims.issued) { return "not-yet"; }
    if (today > claims.until) { return "expired"; }
    return "valid";
  }

  function ofOurs(data, key, judge, today) {
    var signed = data.subarray(0, data.length - SIGNATURE), claims, form, handle, revoked, verdict;
    if (!judge.dictionaries.hasOwnProperty(signed[1])) { return { verdict: "newer" }; }
    try {
      claims = claimsOf(cbor(unpacked(signed.subarray(HEAD), judge.dictionaries[signed[1]])));
    } catch (error) {
      if (error !== MALFORMED) { throw error; }
      return { verdict: "altered" };
    }
    form = judge.forms.hasOwnProperty(claims.kind) ? judge.forms[claims.kind] : null;
    if (!form || form.labels.length !== claims.facts.length) { return { verdict: "newer" }; }
    handle = handleOf(signed);
    revoked = judge.list.revoked[handle];
    verdict = standing(claims, key, revoked, judge.list.confirmed[handle], today);
    return { verdict: verdict, claims: claims, key: key, form: form, revoked: revoked };
  }

  function judge(typed, rests, today) {
    var found = bytesOf(typed), data, signature, key;
    if (found.fault) { return Promise.resolve({ verdict: found.fault }); }
    data = found.data;
    if (data.length <= HEAD + SIGNATURE) { return Promise.resolve({ verdict: "altered" }); }
    if (data[0] !== ED25519) { return Promise.resolve({ verdict: "newer" }); }
    key = rests.list.keys.filter(function (each) {
      return each.id === hex(data.subarray(2, HEAD)) && each.algorithm === ED25519;
    })[0];
    if (!key) { return Promise.resolve({ verdict: "unknown-key" }); }
    signature = new Uint8Array(data.subarray(data.length - SIGNATURE));
    if (!isBelowOrder(signature)) { return Promise.resolve({ verdict: "altered" }); }
    return rests.holds(key.key, signature, joined(TAG, data.subarray(0, data.length - SIGNATURE)))
      .then(function (isSigned) {
        return isSigned ? ofOurs(data, key, rests, today) : { verdict: "altered" };
      });
  }

  root.StationCode = {
    judge: judge, open: open, clean: clean, withNacl: withNacl, withBrowser: withBrowser
  };
})(typeof globalThis !== "undefined" ? globalThis : self);
