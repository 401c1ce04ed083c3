"""What happens to a printed code on its way to whoever checks it, done to a picture of it.

The six kinds of design note *security* 4.2, as strong as there: of each, zxing-cpp reads about
as many as it did (40, 40, 37, 40, 39 and, without red light, 29 of 40). Each takes a page as it
leaves a printer of 300 dots to the inch, and a chance of its own; nothing else decides.
"""

from __future__ import annotations

import io
import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

DPI = 300
FAR = 3000
RED = (214, 36, 42)
"""The ink of a seal as scanners see it."""


def printed(page):
    """Return *page* in the two tones of a printer, the black run a little into the paper."""
    tones = page.convert("L").point(lambda tone: 0 if tone < 140 else 255)
    return tones.filter(ImageFilter.GaussianBlur(0.7)).convert("RGB")


def scanned(page, chance, dpi=200):
    """Lay *page* a little askew on a scanner."""
    return _scanner(page, chance, dpi, blur=0.5, noise=9, contrast=0.85)


def copied(page, chance):
    """Copy *page* at 150 dots to the inch, pale and coarse."""
    return _scanner(page, chance, 150, blur=0.55, noise=14, contrast=0.75)


def photographed(page, chance, where):
    """Take *where* on *page* with a telephone: askew, unsteady, in uneven light, as a JPEG."""
    left, top, right, bottom = where
    around = 150
    desk = Image.new("RGB", (page.width + 4 * around, page.height + 4 * around), (96, 74, 52))
    desk.paste(page, (2 * around, 2 * around))
    middle = (left + right) / 2 + 2 * around, (top + bottom) / 2 + 2 * around
    turned = desk.rotate(chance.uniform(-8, 8), Image.Resampling.BICUBIC, center=middle)
    reach = (right - left) / 2 + around
    corners = [
        middle[at] + sign * reach * (1 + chance.uniform(0, 0.12))
        for signs in ((-1, -1), (-1, 1), (1, 1), (1, -1))
        for at, sign in enumerate(signs)
    ]
    size = (int(2 * reach * 0.85),) * 2
    seen = turned.transform(size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    seen = seen.filter(ImageFilter.GaussianBlur(chance.uniform(0.8, 1.6)))
    seen = ImageChops.multiply(seen, _light(seen.size, chance).convert("RGB"))
    seen = _noisy(seen, chance, 14)
    file = io.BytesIO()
    seen.save(file, "JPEG", quality=chance.randrange(45, 75))
    return Image.open(file).convert("RGB")


def faint(page, chance):
    """Print *page* with a cartridge that runs out: grey, gaps, bands without toner."""
    black = chance.uniform(60, 120)
    pale = page.point(lambda tone: int(black + tone * (255 - black) / 255))
    grains = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))
    gaps = grains.point(lambda grain: 255 if grain < 12 else 0)
    marks = ImageDraw.Draw(gaps)
    for _ in range(2):
        y = chance.randrange(page.height)
        marks.rectangle((0, y, page.width, y + chance.randrange(1, 5)), fill=255)
    pale.paste((255, 255, 255), mask=gaps)
    return scanned(pale, chance, dpi=DPI)


def creased(page, chance, where):
    """Fold *page* once or twice through *where*, along or across, and lay it on a scanner.

    Along a fold toner breaks off; beside it the paper is shaded, and does not quite meet.
    """
    folded = page.copy()
    left, top, right, bottom = where
    for _ in range(chance.randrange(1, 3)):
        middle = (chance.uniform(left, right), chance.uniform(top, bottom))
        turn = chance.choice((0, math.pi / 2)) + chance.uniform(-0.2, 0.2)
        ends = _along(middle, turn, FAR)
        beyond = (-math.sin(turn) * FAR, math.cos(turn) * FAR)
        corners = [*ends, *[(x + beyond[0], y + beyond[1]) for x, y in reversed(ends)]]
        side = Image.new("L", page.size)
        ImageDraw.Draw(side).polygon(corners, fill=255)
        slip = ImageChops.offset(folded, chance.randrange(-1, 2), chance.randrange(-1, 2))
        folded.paste(slip, mask=side)
        shade = Image.new("L", page.size, 255)
        ImageDraw.Draw(shade).line(ends, fill=chance.randrange(160, 226), width=24)
        shade = shade.filter(ImageFilter.GaussianBlur(12))
        folded = ImageChops.multiply(folded, shade.convert("RGB"))
        ImageDraw.Draw(folded).line(ends, fill=(240, 240, 240), width=chance.randrange(1, 4))
    return scanned(folded, chance)


def sealed(page, chance, where):
    """Stamp a round red seal of 40 mm over a part of *where*, and scan it."""
    left, top, right, bottom = where
    radius = int(20 / 25.4 * DPI)
    turn, apart = chance.uniform(0, 2 * math.pi), chance.uniform(0.8, 1.2) * (right - left)
    x = (left + right) / 2 + apart * math.cos(turn)
    y = (top + bottom) / 2 + apart * math.sin(turn)
    ink = Image.new("RGB", page.size, "white")
    brush = ImageDraw.Draw(ink)
    brush.ellipse((x - radius, y - radius, x + radius, y + radius), outline=RED, width=12)
    points = [
        (x + size * math.sin(n * math.pi / 5), y - size * math.cos(n * math.pi / 5))
        for n in range(10)
        for size in ((0.36 if n % 2 == 0 else 0.14) * radius,)
    ]
    brush.polygon(points, fill=RED)
    for n in range(14):  # the letters round the rim, as blocks of strokes
        at = math.pi * (0.75 + n * 1.5 / 13)
        px, py = x + 0.72 * radius * math.cos(at), y + 0.72 * radius * math.sin(at)
        for stroke in range(-18, 19, 18):
            brush.line((px - 18, py + stroke, px + 18, py + stroke), fill=RED, width=4)
            brush.line((px + stroke, py - 18, px + stroke, py + 18), fill=RED, width=4)
    return scanned(ImageChops.multiply(page, ink), chance)


def _along(middle, turn, far):
    """Return the ends of a line through *middle*."""
    x, y = middle
    reach = far * math.cos(turn), far * math.sin(turn)
    return [(x - reach[0], y - reach[1]), (x + reach[0], y + reach[1])]


def _scanner(page, chance, dpi, *, blur, noise, contrast):
    seen = page.rotate(chance.uniform(-2.5, 2.5), Image.Resampling.BICUBIC, fillcolor="white")
    seen = seen.filter(ImageFilter.GaussianBlur(blur * DPI / dpi))
    part = (chance.random(), chance.random(), seen.width - 1, seen.height - 1)
    size = (seen.width * dpi // DPI, seen.height * dpi // DPI)
    seen = seen.resize(size, Image.Resampling.BILINEAR, box=part)
    low = 255 * (1 - contrast) / 2
    return _noisy(seen.point(lambda tone: int(low + tone * contrast)), chance, noise)


def _noisy(seen, chance, most):
    """Lay grain over *seen*: up to *most* lighter or darker, each dot by itself."""
    grains = Image.frombytes("L", seen.size, chance.randbytes(seen.width * seen.height))
    lighter = grains.point(lambda grain: max(0, grain - 128) * most // 128).convert("RGB")
    darker = grains.point(lambda grain: max(0, 127 - grain) * most // 128).convert("RGB")
    return ImageChops.subtract(ImageChops.add(seen, lighter), darker)


def _light(size, chance):
    """Return light that falls off to one side, and the shadow of a hand."""
    slope = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270)))
    slope = slope.point(lambda tone: 150 + tone * 105 // 255).resize(size)
    shadow = Image.new("L", size, 255)
    x, y = chance.randrange(size[0]), chance.randrange(size[1])
    ImageDraw.Draw(shadow).ellipse((x - 300, y - 200, x + 300, y + 200), fill=190)
    return ImageChops.multiply(slope, shadow.filter(ImageFilter.GaussianBlur(60)))
