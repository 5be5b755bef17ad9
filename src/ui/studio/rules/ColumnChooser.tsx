import { Columns3 } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { membersTexts } from '../../../i18n/studio.ts';
import { Checkbox, IconButton, nameLabel, t } from '../../kit/index.ts';
import styles from './ColumnChooser.module.css';
import { mostColumns } from './MemberHead.tsx';

/** Which of the rule's own metrics and fields are columns of the list: the latest chosen stay where room is short. */
export function ColumnChooser({
  offered,
  chosen,
  onChange,
}: {
  offered: readonly string[];
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  const open = () => {
    panel.current!.showPopover();
    const { right, bottom } = trigger.current!.getBoundingClientRect();
    panel.current!.style.left = `${Math.max(8, right - panel.current!.offsetWidth)}px`;
    panel.current!.style.top = `${bottom + 4}px`;
    panel.current!.querySelector('input')?.focus();
  };
  const choose = (name: string, on: boolean) => {
    const others = chosen.filter(each => each !== name);
    onChange(on ? [...others, name].slice(-mostColumns) : others);
  };
  return (
    <>
      <IconButton
        icon={Columns3}
        label={t(membersTexts.columns)}
        buttonRef={trigger}
        aria-controls={id}
        onClick={open}
      />
      <fieldset ref={panel} id={id} popover="auto" class={styles.panel}>
        <legend class="visually-hidden">{t(membersTexts.columns)}</legend>
        {offered.map(name => (
          <Checkbox
            key={name}
            label={nameLabel(name)}
            checked={chosen.includes(name)}
            onChange={on => choose(name, on)}
          />
        ))}
      </fieldset>
    </>
  );
}
