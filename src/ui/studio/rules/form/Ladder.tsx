import { ArrowDown, ArrowUp, Plus, X } from 'lucide';
import { formTexts } from '../../../../i18n/faces.ts';
import { firstValue, type LevelForm, type Operand, type TierForm } from '../../../../rules/index.ts';
import { Button, IconButton, TextInput, t } from '../../../kit/index.ts';
import styles from './form.module.css';
import { ValueInput } from './ValueInput.tsx';
import { useFormWorld } from './world.ts';

/** The levels of a tier as a table, the highest first. */
export function Ladder({ form, onChange }: { form: TierForm; onChange(form: TierForm): void }) {
  const world = useFormWorld();
  const { levels } = form;
  const meaning = world.meaning(form.by, 'customer');
  const set = (next: readonly LevelForm[]) => onChange({ ...form, levels: next });
  const put = (index: number, level: LevelForm) =>
    set(levels.map((each, at) => (at === index ? level : each)));
  const bound = (): Operand => firstValue(meaning.kind, 'one', '', world.today);

  /** Levels change places, the rest stays last: what a level is from stays where it was. */
  function move(index: number, by: -1 | 1): void {
    const names = levels.map(each => each.name);
    [names[index], names[index + by]] = [names[index + by]!, names[index]!];
    set(levels.map((each, at) => ({ ...each, name: names[at]! })));
  }

  function add(): void {
    const last = levels.findLastIndex(each => each.from !== null);
    const below = levels[last]?.from;
    const from = below?.is === 'number' ? { ...below, origin: null, value: lower(below.value) } : bound();
    const taken = new Set(levels.map(each => each.name));
    let number = levels.length + 1;
    while (taken.has(t(formTexts.newLevel, { number }))) number++;
    const level = { name: t(formTexts.newLevel, { number }), from, keep: null };
    set([...levels.slice(0, last + 1), level, ...levels.slice(last + 1)]);
  }

  return (
    <div class={styles.ladder}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(formTexts.level)}</th>
            <th scope="col">{t(formTexts.from)}</th>
            <th scope="col">{t(formTexts.keep)}</th>
            <th scope="col">
              <span class="visually-hidden">{t(formTexts.remove)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level, index) => (
            <tr key={index}>
              <td>
                <span class={styles.levelName}>
                  <TextInput
                    aria-label={`${t(formTexts.level)} ${index + 1}`}
                    value={level.name}
                    onInput={name => name.trim() !== '' && put(index, { ...level, name: name.trim() })}
                  />
                </span>
              </td>
              <td>
                {level.from ? (
                  <span class={styles.value}>
                    <ValueInput
                      label={`${t(formTexts.from)} ${level.name}`}
                      value={level.from}
                      meaning={meaning}
                      shape="one"
                      onChange={from => put(index, { ...level, from })}
                    />
                  </span>
                ) : (
                  <span class={styles.said}>{t(formTexts.otherwise)}</span>
                )}
              </td>
              <td>
                {level.from && level.keep && (
                  <span class={styles.value}>
                    <ValueInput
                      label={`${t(formTexts.keep)} ${level.name}`}
                      value={level.keep}
                      meaning={meaning}
                      shape="one"
                      onChange={keep => put(index, { ...level, keep })}
                    />
                    <IconButton
                      icon={X}
                      size="small"
                      label={`${t(formTexts.remove)}: ${t(formTexts.keep)} ${level.name}`}
                      onClick={() => put(index, { ...level, keep: null })}
                    />
                  </span>
                )}
                {level.from && !level.keep && (
                  <Button
                    kind="quiet"
                    size="small"
                    onClick={() => put(index, { ...level, keep: { ...level.from!, origin: null } })}
                  >
                    {t(formTexts.keepHint)}
                  </Button>
                )}
              </td>
              <td>
                <span class={styles.tools}>
                  <IconButton
                    icon={ArrowUp}
                    size="small"
                    label={t(formTexts.moveUp, { name: level.name })}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <IconButton
                    icon={ArrowDown}
                    size="small"
                    label={t(formTexts.moveDown, { name: level.name })}
                    disabled={index === levels.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <IconButton
                    icon={X}
                    size="small"
                    label={t(formTexts.removeLevel, { name: level.name })}
                    disabled={levels.length === 1}
                    onClick={() => set(levels.filter((_, at) => at !== index))}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button kind="quiet" size="small" icon={Plus} onClick={add}>
        {t(formTexts.addLevel)}
      </Button>
    </div>
  );
}

/** A threshold below another, in its own size. */
function lower(value: number): number {
  return Number((value / 2).toPrecision(2));
}
