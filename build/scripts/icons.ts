import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Draws every icon from the pictures in build/icons/source. The results are committed, so this runs only after a
 * picture was changed: `node build/scripts/icons.ts`. It needs rsvg-convert (librsvg2-bin), png2icns (icnsutils) and Liberation Sans (fonts-liberation).
 */
const icons = resolve(import.meta.dirname, '../icons');
const source = (name: string) => readFileSync(join(icons, 'source', name), 'utf8');

function draw(svg: string, size: number, file: string): void {
  execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size), '-o', file], { input: svg });
}

/** An .ico that holds PNG pictures, which Windows reads since Vista. */
function ico(svg: string, sizes: readonly number[]): Buffer {
  const images = sizes.map((size) => ({
    size,
    png: execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size)], { input: svg }),
  }));
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** icns has its own list of sizes. */
function icns(svg: string, file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'icons-'));
  const pictures = [16, 32, 128, 256, 512, 1024].map((size) => {
    const picture = join(folder, `${size}.png`);
    draw(svg, size, picture);
    return picture;
  });
  execFileSync('png2icns', [file, ...pictures]);
  rmSync(folder, { recursive: true });
}

const app = source('app.svg');
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024])
  draw(app, size, join(icons, 'app', `${size}x${size}.png`));
writeFileSync(join(icons, 'app.ico'), ico(app, [16, 24, 32, 48, 64, 128, 256]));
icns(app, join(icons, 'app.icns'));

const tray = source('tray.svg');
const trayIn = (color: string) => tray.replace('#000000', color);
// macOS draws a template image itself; its name has to end so, and the doubled one has to lie beside it.
draw(tray, 16, join(icons, 'tray', 'trayTemplate.png'));
draw(tray, 32, join(icons, 'tray', 'trayTemplate@2x.png'));
for (const size of [16, 22, 24, 32, 48, 64]) {
  draw(trayIn('#242424'), size, join(icons, 'tray', `for-light-${size}.png`));
  draw(trayIn('#ffffff'), size, join(icons, 'tray', `for-dark-${size}.png`));
}
writeFileSync(join(icons, 'tray', 'tray.ico'), ico(app, [16, 20, 24, 32, 40, 48, 64, 256]));

// What is drawn with them gives the letters their colour.
execFileSync('rsvg-convert', ['-o', join(icons, 'letters.png')], { input: source('letters.svg') });
