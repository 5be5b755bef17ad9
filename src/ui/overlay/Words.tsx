/**
 * Words as the card shows them: drawn by the style sheet from an attribute. Text of the document, even in a closed
 * root, is within reach of the page: `window.find` tells whether it is there, paint timing how much room it takes.
 */
export function Words({ of, class: name = '' }: { of: string; class?: string }) {
  return <span class={`words ${name}`} data-words={of} />;
}
