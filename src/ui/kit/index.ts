import './tokens.css';
import './base.css';

export * from './Button.tsx';
export * from './copy.ts';
export * from './Dialog.tsx';
export * from './Field.tsx';
export * from './Icon.tsx';
export * from './Kbd.tsx';
export * from './language.ts';
export * from './Menu.tsx';
export * from './Section.tsx';
export * from './States.tsx';
export * from './Tabs.tsx';
export * from './Tag.tsx';
export * from './Tier.tsx';
export * from './Toast.tsx';
export * from './VirtualList.tsx';
export * from './words.ts';
