import { MultiSelect } from '@mantine/core';
import { type OutputKind, outputKinds } from '#shared/domain/outputs.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Which documents something belongs to; none chosen = all that take it. */
export function UseSelect({
  name,
  kinds,
  value,
  isReadOnly,
  onChange,
}: {
  name: string;
  kinds: readonly OutputKind[];
  value: readonly OutputKind[];
  isReadOnly: boolean;
  onChange: (use: OutputKind[]) => void;
}) {
  const { t } = useTexts();
  return (
    <MultiSelect
      label={t('identity.usedIn')}
      aria-label={t('identity.usedInOf', { name })}
      placeholder={value.length === 0 ? t('identity.usedInAll') : ''}
      data={kinds.map((kind) => ({ value: kind, label: t(`outputs.${kind}.title`) }))}
      value={[...value]}
      disabled={isReadOnly}
      onChange={(chosen) => onChange(outputKinds.filter((kind) => chosen.includes(kind)))}
    />
  );
}
