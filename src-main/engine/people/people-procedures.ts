import { openProjectOf, procedures } from '../procedures.ts';
import type { ChangeDescription, OpenProject } from '../project/open-project.ts';
import { peopleInFile } from '../project/privacy/people-in-file.ts';
import { findStakeholder } from '../stakeholders/stakeholders.ts';
import { addContact, contactsOf, describePeople, findContact, removeContact, updateContact } from './people.ts';

const people = procedures.people;

export const peopleProcedures = people.router({
  list: people.list.handler(({ context }) => {
    const project = openProjectOf(context);
    return describePeople(project, peopleInFile(project.reader));
  }),

  contacts: people.contacts.handler(({ context, input }) => contactsOf(openProjectOf(context), input.stakeholderId)),

  addContact: people.addContact.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change(about(project, 'people.addContact', input.stakeholderId), (write) => addContact(write, project, input));
    return findContact(project, id);
  }),

  updateContact: people.updateContact.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const contact = findContact(project, input.id);
    project.change(about(project, 'people.updateContact', contact.stakeholderId), (write) => updateContact(write, contact, input.patch));
    return findContact(project, input.id);
  }),

  removeContact: people.removeContact.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const contact = findContact(project, input.id);
    project.change(about(project, 'people.removeContact', contact.stakeholderId), (write) => removeContact(write, contact));
  }),
});

/** The words of a change name the stakeholder, never the person: they must not outlive the person's data. */
function about(project: OpenProject, name: string, stakeholderId: string): ChangeDescription {
  return { name, params: { name: findStakeholder(project, stakeholderId).name }, subjects: ['stakeholders', 'project'] };
}
