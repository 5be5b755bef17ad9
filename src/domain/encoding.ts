/** The encodings in which text files are read, the usual ones first. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'windows-1252'] as const;

export type Encoding = (typeof encodings)[number];
