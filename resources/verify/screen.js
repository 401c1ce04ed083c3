/* The screen of the page: what comes in by camera, picture or keys, and the verdict in words. */
(function () {
  "use strict";

  var DAY = 86400000, STALE = 7, PAUSE = 250;
  /* The longer side of a picture when it is looked through, in pixels; small ones are enlarged. */
  var SIZES = [1000, 1600, 2600, 700], LARGER = 3;
  var TURNS = [-5, 5, -8, 8, -3, 3], ASKEW = [1, 1.5, 0.75], MOST_ASKEW = 1200;
  /* Word, sentence, sign and colour: the colour is never alone. */
  var WORDS = {
    "valid": ["真实有效", "签名核对无误，证明在有效期内，没有作废。", "✓", "ok"],
    "expired": ["已过有效期", "签名核对无误，但证明已过有效期，不能再使用。", "!", "warn"],
    "not-yet": ["未到签发日期", "签名核对无误，但签发日期在今天之后。请检查本机日期，或联系出具单位。", "!", "warn"],
    "revoked": ["已作废", "签名核对无误，但出具单位已将这份证明作废（或已补发新的），不能再使用。", "✕", "danger"],
    "withdrawn": ["签名密钥已停用", "签名核对无误，但这个密钥已被出具单位停用（例如设备遗失），而这份证明不在其确认有效的名单中，不能采信。请联系出具单位。", "✕", "danger"],
    "not-its-time": ["签名密钥不在期限内", "签发日期不在该密钥的使用期限内，不能采信。请联系出具单位。", "✕", "danger"],
    "altered": ["内容被改动或伪造", "数字完整，但签名核对不上：不是出具单位签发的原样，不能采信。", "✕", "danger"],
    "unknown-key": ["不认识的签名", "本页的密钥名单里没有这个签名密钥：可能是别的单位或设备出具，也可能是伪造。请向出具单位索取最新的核验网页。", "?", "warn"],
    "newer": ["需要更新的核验网页", "这个二维码由更新的程序生成，本页读不了。请向出具单位索取最新的核验网页。", "?", "warn"],
    "misread": ["没有读对", "数字有误读或漏读，校验不符。这不说明证明是假的，请重新扫描或核对数字。", "?", "warn"],
    "not-a-code": ["不是核验码", "读到的不是本系统的核验码。请扫描证明右上角的二维码，或输入以 86 开头的整串数字。", "?", "warn"]
  };

  var judged = null, stream = null, timer = null;

  function at(id) { return document.getElementById(id); }

  function pad(number) { return (number < 10 ? "0" : "") + number; }

  function today() {
    var now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  }

  function day(number) {
    var date = new Date(number * DAY);
    return date.getUTCFullYear() + "-" + pad(date.getUTCMonth() + 1) + "-" + pad(date.getUTCDate());
  }

  function hint(text) { at("hint").textContent = text; }

  function row(label, value) {
    var name = document.createElement("dt"), told = document.createElement("dd");
    name.textContent = label;
    told.textContent = value || "——";
    at("fields").appendChild(name);
    at("fields").appendChild(told);
  }

  function showFields(found) {
    var claims = found.claims;
    row("证明", found.form.title);
    row("编号", claims.number);
    row("姓名", claims.name);
    row("证件号码", claims.document);
    claims.facts.forEach(function (fact, place) { row(found.form.labels[place], fact); });
    row("签发日期", day(claims.issued));
    row("有效期至", day(claims.until));
    row("出具单位", found.key.issuer);
    if (found.revoked !== undefined) { row("作废日期", day(found.revoked)); }
  }

  function show(found) {
    var words = WORDS[found.verdict];
    at("fields").textContent = "";
    at("word").textContent = words[0];
    at("says").textContent = words[1];
    at("mark").textContent = words[2];
    at("verdict").className = words[3];
    at("answer").setAttribute("data-verdict", found.verdict);
    at("compare").hidden = !found.claims;
    if (found.claims) { showFields(found); }
    at("answer").hidden = false;
    at("answer").scrollIntoView({ block: "nearest" });
  }

  /* What is shown belongs to what stands in the field; of anything else it would be a lie. */
  function forget() {
    at("answer").hidden = true;
    at("answer").removeAttribute("data-verdict");
  }

  function verify() {
    var typed = at("digits").value;
    if (!typed.trim()) {
      hint("请先扫描、选择图片，或输入数字。");
      at("digits").focus();
      return;
    }
    hint("");
    judged.then(function (rests) {
      return window.StationCode.judge(typed, rests, today());
    }).then(show);
  }

  function count() {
    var length = window.StationCode.clean(at("digits").value).length;
    at("count").textContent = length ? length + " 位" : "";
  }

  function take(text) {
    at("digits").value = text;
    count();
    verify();
  }

  function clear() {
    at("digits").value = "";
    forget();
    hint("");
    count();
    at("digits").focus();
  }

  /* --- pictures -------------------------------------------------------------------------- */

  /* Draws *part* of the source (all of it by default) in the size given, turned by so many
     degrees about its middle, and looks for a code. */
  function readOff(source, width, height, part, turn) {
    var canvas = document.createElement("canvas"), brush, pixels, found;
    canvas.width = width;
    canvas.height = height;
    brush = canvas.getContext("2d");
    brush.fillStyle = "#fff";
    brush.fillRect(0, 0, width, height);
    if (turn) {
      brush.translate(width / 2, height / 2);
      brush.rotate(turn * Math.PI / 180);
      brush.translate(-width / 2, -height / 2);
    }
    if (part) {
      brush.drawImage(source, part[0], part[1], part[2], part[3], 0, 0, width, height);
    } else {
      brush.drawImage(source, 0, 0, width, height);
    }
    pixels = brush.getImageData(0, 0, width, height);
    seeRed(pixels.data);
    found = window.jsQR(pixels.data, width, height, { inversionAttempts: "dontInvert" });
    return found ? found.data : "";
  }

  /* In red light a red seal over the code is as white as the paper. */
  function seeRed(data) {
    var i;
    for (i = 0; i < data.length; i += 4) { data[i + 1] = data[i + 2] = data[i]; }
  }

  function readPicture(image) {
    var largest = Math.max(image.naturalWidth, image.naturalHeight), i, scale, found;
    for (i = 0; i < SIZES.length; i++) {
      scale = Math.min(LARGER, SIZES[i] / largest);
      found = readOff(image, Math.round(image.naturalWidth * scale), Math.round(image.naturalHeight * scale));
      if (found) { return found; }
    }
    return readCorner(image) || readTurned(image, largest);
  }

  /* What is creased, grainy or seen from aside is often read when its dots fall otherwise. */
  function readTurned(image, largest) {
    var width, height, scale, i, j, found;
    for (i = 0; i < ASKEW.length; i++) {
      scale = ASKEW[i] * Math.min(1, MOST_ASKEW / largest);
      width = Math.round(image.naturalWidth * scale);
      height = Math.round(image.naturalHeight * scale);
      for (j = 0; j < TURNS.length; j++) {
        found = readOff(image, width, height, null, TURNS[j]);
        if (found) { return found; }
      }
    }
    return "";
  }

  /* A coarse scan of a whole page: the code stands at the top right, and is read when larger. */
  function readCorner(image) {
    var width = Math.round(image.naturalWidth / 2), height = Math.round(image.naturalHeight / 3);
    var part = [image.naturalWidth - width, 0, width, height], factor, found;
    for (factor = 2; factor <= 3; factor++) {
      found = readOff(image, width * factor, height * factor, part);
      if (found) { return found; }
    }
    return "";
  }

  function openPicture() {
    var file = at("picture").files[0], image = new Image(), address;
    at("picture").value = "";
    if (!file) { return; }
    at("digits").value = "";
    count();
    forget();
    hint("正在读取图片……");
    address = URL.createObjectURL(file);
    image.onload = function () {
      var found = readPicture(image);
      URL.revokeObjectURL(address);
      if (found) { take(found); } else { hint("图片里没有找到二维码。请让二维码占满画面、避免反光和折痕，再拍一张。"); }
    };
    image.onerror = function () {
      URL.revokeObjectURL(address);
      hint("这个文件不是能打开的图片。");
    };
    image.src = address;
  }

  /* --- camera ---------------------------------------------------------------------------- */

  function stopCamera() {
    if (timer) { window.clearTimeout(timer); timer = null; }
    if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); stream = null; }
    at("live").hidden = true;
    at("camera").disabled = false;
  }

  function look() {
    var video = at("video"), found = "", scale;
    if (!stream) { return; }
    if (video.readyState >= 2 && video.videoWidth) {
      scale = Math.min(1, 1000 / Math.max(video.videoWidth, video.videoHeight));
      found = readOff(video, Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale));
    }
    if (found) { stopCamera(); take(found); } else { timer = window.setTimeout(look, PAUSE); }
  }

  function startCamera() {
    if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) {
      hint("这个浏览器不能使用摄像头。请选择照片，或输入数字。");
      return;
    }
    at("camera").disabled = true;
    forget();
    navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1920 } } })
      .then(function (found) {
        stream = found;
        at("live").hidden = false;
        at("video").srcObject = found;
        at("video").play();
        hint("");
        look();
      }, function () {
        at("camera").disabled = false;
        hint("没有打开摄像头：可能没有允许，或没有接摄像头。请选择照片，或输入数字。");
      });
  }

  /* --- the standing of the page ------------------------------------------------------------ */

  function vouched(voucher) {
    var now = today();
    if (!voucher) { return ""; }
    return "根密钥由「" + voucher.by + "」（密钥 " + voucher.street + "）为「" + voucher.station + "」签名认可，" +
      day(voucher.from) + " 至 " + day(voucher.to) +
      (now < voucher.from || now > voucher.to ? "：今天不在认可期内，请索取新的核验网页。" : "。");
  }

  function tellStanding(rests) {
    var list = rests.list, old = today() - list.day, told = day(list.day);
    at("standing").textContent = "密钥和作废名单截至 " + told + "（第 " + list.sequence + " 号，密钥 " +
      list.keys.length + " 个，作废 " + list.count + " 份，根密钥 " + list.root + "）。" + vouched(rests.voucher);
    at("standing").className = old > STALE ? "notice danger" : "";
    at("stale").hidden = !(old > STALE || old < 0);
    at("stale").textContent = at("stale").hidden ? "" : old < 0
      ? "本机日期早于名单日期 " + told + "，请先校准本机日期。"
      : "作废名单是 " + told + " 的，已过 " + old + " 天：此后作废的证明本页认不出来。请向出具单位索取最新的核验网页。";
  }

  function refuse() {
    at("stale").hidden = false;
    at("stale").textContent = "本页的密钥名单已损坏或被改动，不能用来核验。请向出具单位重新索取。";
    ["verify", "camera", "choose", "digits"].forEach(function (id) { at(id).disabled = true; });
  }

  at("verify").addEventListener("click", verify);
  at("clear").addEventListener("click", clear);
  at("digits").addEventListener("input", function () { forget(); count(); });
  /* A scanner ends what it types with Enter. */
  at("digits").addEventListener("keydown", function (event) {
    if (event.key === "Enter") { event.preventDefault(); verify(); }
  });
  at("choose").addEventListener("click", function () { at("picture").click(); });
  at("picture").addEventListener("change", openPicture);
  at("camera").addEventListener("click", startCamera);
  at("stop").addEventListener("click", stopCamera);

  judged = window.StationCode.open(JSON.parse(at("data").textContent));
  judged.then(tellStanding, refuse);
  at("digits").focus();
})();
