/** What the offsets of a content count: bytes of the file itself, of what was unpacked, or of the UTF-8 form of UTF-16. */
export type ContentForm = 'original' | 'unpacked' | 'transcoded';

/** Stands behind an offset, where it does not count bytes of the file itself. */
export function ofForm(form: ContentForm): string {
  switch (form) {
    case 'original':
      return '';
    case 'unpacked':
      return ' of the unpacked content';
    case 'transcoded':
      return ' of its UTF-8 form';
  }
}
