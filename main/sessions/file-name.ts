const LONGEST = 120;
/** Names that Windows keeps for devices, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A file name to propose for a download: no path, no control or bidirectional character, nothing a system reads otherwise. */
export function safeFileName(suggested: string): string {
  const plain = suggested
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ~]+/, '')
    .replace(/[. ]+$/, '');
  const name = DEVICE.test(plain) ? `_${plain}` : plain;
  return shortened(name) || 'download';
}

/** Cut in the middle of its stem, so that the ending stays. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return `${name.slice(0, LONGEST - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
}
