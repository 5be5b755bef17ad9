/** What a source may be called by the name of one of its files: without ending, dates and numbers of copies. */
export function sourceNameOf(fileName: string): string {
  const bare = fileName
    .replace(/\.\w{1,5}$/, '')
    .replace(/[([（【]\s*\d*\s*[)\]）】]/g, ' ')
    .replace(/\d{4}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*月(?:份)?/g, ' ')
    .replace(/(?:^|[\s_\-.])\d[\d\s_\-.:]*(?=$|[\s_\-.]|\p{Script=Han})/gu, ' ')
    .replace(/[\s_\-.]+/g, ' ')
    .trim();
  return bare || fileName;
}
