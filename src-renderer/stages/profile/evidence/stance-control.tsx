import { Input, SegmentedControl } from '@mantine/core';
import type { EvidenceInput } from '#shared/domain/findings.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Does it speak for the finding or against it? */
export function StanceControl({ value, onChange }: { value: EvidenceInput['stance']; onChange: (value: EvidenceInput['stance']) => void }) {
  const { t } = useTexts();
  return (
    <Input.Wrapper label={t('findings.stance')} labelElement="div">
      <div>
        <SegmentedControl
          aria-label={t('findings.stance')}
          value={value}
          onChange={(next) => onChange(next as EvidenceInput['stance'])}
          data={[
            { value: 'for', label: t('findings.stance.for') },
            { value: 'against', label: t('findings.stance.against') },
          ]}
        />
      </div>
    </Input.Wrapper>
  );
}
