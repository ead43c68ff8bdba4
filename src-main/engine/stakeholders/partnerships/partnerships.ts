import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import {
  type Contribution,
  type ContributionInput,
  contributionSchema,
  type Partnership,
  type PartnershipInput,
  partnershipSchema,
} from '#shared/domain/partnerships.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';

const emptyPartnership: PartnershipInput = {
  ...{ name: '', kind: 'agreement', status: 'proposed', memberIds: [], agreement: '', pledge: '' },
  ...{ pledgeAmount: null, pledgeCurrency: '', startsOn: null, endsOn: null, note: '' },
};

/** Every partnership in the order of entry, with its members and its log: the newest gift first, those without a day last. */
export function listPartnerships(project: OpenProject): Partnership[] {
  const members = groupBy(project.all(sql.selectFrom('partnership_member').selectAll().orderBy('stakeholder_id')), (row) => row.partnership_id);
  const contributions = groupBy(listContributions(project), (contribution) => contribution.partnershipId);
  return project.all(sql.selectFrom('partnership').selectAll().orderBy('id')).map((row) =>
    partnershipSchema.parse({
      ...row,
      memberIds: (members.get(row.id) ?? []).map((member) => member.stakeholder_id),
      ...{ pledgeAmount: row.pledge_amount, pledgeCurrency: row.pledge_currency, startsOn: row.starts_on, endsOn: row.ends_on },
      contributions: contributions.get(row.id) ?? [],
    }),
  );
}

export function findPartnership(project: OpenProject, id: string): Partnership {
  return listPartnerships(project).find((partnership) => partnership.id === id) ?? refuse('object/not-found');
}

/** Adds a partnership; what is not given stays empty. Returns its id. */
export function addPartnership(write: ChangeWriter, input: Partial<PartnershipInput>): string {
  const id = uuidv7();
  const whole = { ...emptyPartnership, ...given(input) };
  write.run(sql.insertInto('partnership').values({ id, ...partnershipColumns(whole) }));
  writeMembers(write, id, whole.memberIds);
  return id;
}

export function updatePartnership(write: ChangeWriter, id: string, before: PartnershipInput, patch: Partial<PartnershipInput>): void {
  const after = { ...before, ...given(patch) };
  write.run(sql.updateTable('partnership').set(partnershipColumns(after)).where('id', '=', id));
  if (patch.memberIds === undefined) return;
  write.run(sql.deleteFrom('partnership_member').where('partnership_id', '=', id));
  writeMembers(write, id, after.memberIds);
}

function writeMembers(write: ChangeWriter, id: string, memberIds: readonly string[]): void {
  for (const memberId of new Set(memberIds)) write.run(sql.insertInto('partnership_member').values({ partnership_id: id, stakeholder_id: memberId }));
}

function partnershipColumns(input: PartnershipInput) {
  const { name, kind, status, agreement, pledge, pledgeAmount, pledgeCurrency, startsOn, endsOn, note } = input;
  return {
    ...{ name, kind, status, agreement, pledge, note },
    ...{ pledge_amount: pledgeAmount, pledge_currency: pledgeCurrency, starts_on: startsOn, ends_on: endsOn },
  };
}

function listContributions(project: OpenProject): Contribution[] {
  return project
    .all(
      sql
        .selectFrom('partnership_contribution')
        .selectAll()
        .orderBy((of) => of.fn.coalesce('given_on', of.val('')), 'desc')
        .orderBy('id', 'desc'),
    )
    .map((row) => contributionSchema.parse({ ...row, partnershipId: row.partnership_id, stakeholderId: row.stakeholder_id, givenOn: row.given_on }));
}

export function findContribution(project: OpenProject, id: string): Contribution {
  return listContributions(project).find((contribution) => contribution.id === id) ?? refuse('object/not-found');
}

export function contributionColumns(input: ContributionInput) {
  const { partnershipId, stakeholderId, what, amount, currency, givenOn } = input;
  return { partnership_id: partnershipId, stakeholder_id: stakeholderId, what, amount, currency, given_on: givenOn };
}
