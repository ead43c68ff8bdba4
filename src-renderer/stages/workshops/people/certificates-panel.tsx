import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { IconCertificate, IconFileTypePdf } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Certificate } from '#shared/domain/event-reports.ts';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { MadeOutput } from '../made-output.tsx';
import { useMakeOutput } from '../use-make-output.ts';
import classes from './people.module.css';

/** The register of certificates: issued in one press, signed by somebody, withdrawn with a reason. Names are never on the wall. */
export function CertificatesPanel({ workshop }: { workshop: Workshop }) {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const { isProjector } = usePreferences();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const register = useQuery(queries.certificates.list.queryOptions({ input: { workshopId: workshop.id } })).data;
  const { mutate: issue, isPending } = useMutation(queries.certificates.issue.mutationOptions());
  const { mutate: sign } = useMutation(queries.certificates.sign.mutationOptions());
  const { making, make } = useMakeOutput('certificates', workshop.id, language);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const [issuedOn, setIssuedOn] = useState(() => workshop.endsOn ?? workshop.startsOn ?? new Date().toISOString().slice(0, 10));
  if (!register) return null;
  const { certificates, ready, withoutConsent, signatories } = register;
  const signatoryId = chosen === undefined ? (certificates[0]?.signatoryId ?? signatories[0]?.id ?? null) : chosen;
  const standing = certificates.filter(({ withdrawnOn }) => withdrawnOn === null).length;
  return (
    <Panel title={t('certificates.title')} note={t('certificates.note')}>
      <div className={classes.certificates}>
        {withoutConsent > 0 ? <Notice kind="info">{t('certificates.withoutConsent', { count: withoutConsent })}</Notice> : null}
        {certificates.length === 0 && ready === 0 ? <Text size="sm">{t('certificates.none')}</Text> : null}
        {isReadOnly ? null : (
          <Group align="end">
            <TextInput
              label={t('certificates.issuedOn')}
              type="date"
              value={issuedOn}
              onChange={(event) => {
                if (event.currentTarget.value) setIssuedOn(event.currentTarget.value);
              }}
            />
            <Select
              label={t('certificates.signatory')}
              placeholder={t('certificates.noSignatory')}
              data={signatories.map(({ id, name, title }) => ({ value: id, label: [name, title].filter(Boolean).join(', ') }))}
              value={signatoryId}
              disabled={signatories.length === 0}
              description={signatories.length === 0 ? t('certificates.signatoryHint') : undefined}
              clearable
              clearButtonProps={{ 'aria-label': t('action.clear') }}
              onChange={(value) => {
                setChosen(value);
                if (certificates.length > 0) sign({ workshopId: workshop.id, signatoryId: value });
              }}
            />
            <Button
              disabled={ready === 0}
              loading={isPending}
              leftSection={<IconCertificate size="1.1rem" stroke={1.6} aria-hidden />}
              onClick={() => issue({ workshopId: workshop.id, issuedOn, signatoryId })}
            >
              {t('certificates.issue', { count: ready })}
            </Button>
            {standing > 0 ? (
              <Button
                variant="default"
                loading={making.is === 'working'}
                leftSection={<IconFileTypePdf size="1.1rem" stroke={1.6} aria-hidden />}
                onClick={() => void make('pdf')}
              >
                {t('certificates.print')}
              </Button>
            ) : null}
          </Group>
        )}
        <MadeOutput making={making} />
        {certificates.length > 0 ? (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('certificates.number')}</Table.Th>
                {isProjector ? null : <Table.Th>{t('certificates.name')}</Table.Th>}
                <Table.Th>{t('certificates.issuedOn')}</Table.Th>
                <Table.Th>{t('certificates.state')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {certificates.map((certificate) => (
                <Table.Tr key={certificate.id}>
                  <Table.Td className={classes.number}>
                    <bdi>{certificate.number}</bdi>
                  </Table.Td>
                  {isProjector ? null : (
                    <Table.Td>
                      <bdi>{certificate.name}</bdi>
                    </Table.Td>
                  )}
                  <Table.Td>{formats.day(certificate.issuedOn)}</Table.Td>
                  <Table.Td>
                    {certificate.withdrawnOn
                      ? t('certificates.withdrawn', { day: formats.day(certificate.withdrawnOn), reason: certificate.reason })
                      : t('certificates.stands')}
                  </Table.Td>
                  <Table.Td>{certificate.withdrawnOn || isReadOnly ? null : <Withdraw certificate={certificate} />}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ) : null}
      </div>
    </Panel>
  );
}

/** Withdraws one, with a reason that names nobody. */
function Withdraw({ certificate }: { certificate: Certificate }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [reason, setReason] = useState<string | null>(null);
  const { mutate: withdraw } = useMutation(queries.certificates.withdraw.mutationOptions());
  if (reason === null) {
    return (
      <Button variant="subtle" size="compact-md" aria-label={t('certificates.withdrawOf', { number: certificate.number })} onClick={() => setReason('')}>
        {t('certificates.withdraw')}
      </Button>
    );
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') withdraw({ id: certificate.id, withdrawnOn: new Date().toISOString().slice(0, 10), reason: reason.trim() });
      }}
    >
      <TextInput
        label={t('certificates.reason')}
        description={t('certificates.reasonHint')}
        dir="auto"
        value={reason}
        maxLength={500}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-md" disabled={reason.trim() === ''}>
          {t('certificates.withdraw')}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => setReason(null)}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
