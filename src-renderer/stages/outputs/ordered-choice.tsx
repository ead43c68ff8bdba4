import { ActionIcon, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './outputs-page.module.css';

interface ChoiceItem {
  readonly id: string;
  readonly name: string;
}

/** A list of which some are chosen, in an order: chosen ones first, as they will stand. */
export function OrderedChoice({
  label,
  items,
  chosen,
  onChange,
}: {
  label: string;
  items: readonly ChoiceItem[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useTexts();
  const known = chosen.filter((id) => items.some((item) => item.id === id));
  const listed = [...known.flatMap((id) => items.filter((item) => item.id === id)), ...items.filter((item) => !known.includes(item.id))];
  const swap = (place: number, by: number) => {
    const next = [...known];
    const [moved] = next.splice(place, 1);
    if (moved !== undefined) next.splice(place + by, 0, moved);
    onChange(next);
  };
  return (
    <fieldset className={classes.ordered}>
      <legend>{label}</legend>
      <ol>
        {listed.map((item) => {
          const place = known.indexOf(item.id);
          return (
            <li key={item.id}>
              <Checkbox
                label={item.name}
                checked={place >= 0}
                disabled={place >= 0 && known.length === 1}
                onChange={(event) => onChange(event.currentTarget.checked ? [...known, item.id] : known.filter((id) => id !== item.id))}
              />
              <span>
                <ActionIcon variant="subtle" aria-label={t('outputs.moveUp', { name: item.name })} disabled={place <= 0} onClick={() => swap(place, -1)}>
                  <IconArrowUp size="1rem" stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('outputs.moveDown', { name: item.name })}
                  disabled={place < 0 || place === known.length - 1}
                  onClick={() => swap(place, 1)}
                >
                  <IconArrowDown size="1rem" stroke={1.6} />
                </ActionIcon>
              </span>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
