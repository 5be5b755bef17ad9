import type { IconNode } from 'lucide';

/** A lucide icon, drawn in the colour of the text. It decorates: what it means is said by a label beside it. */
export function Icon({ of, size = 16 }: { of: IconNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size < 16 ? 2.25 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {of.map(([tag, attributes], index) => {
        const Shape = tag as 'path';
        return <Shape key={index} {...attributes} />;
      })}
    </svg>
  );
}
