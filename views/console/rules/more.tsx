import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { browserFamilies, oneLine, sayBrowser } from '../../said.ts';
import { sayCountry } from '../../where.ts';
import { countries } from '../../words/countries.ts';
import { wordsFor } from '../../words/index.ts';
import { FaultOf, faultAttributes } from './faults.tsx';
import { DateAndTime, Menu } from './fields.tsx';
import type { Choice, DraftField, OpenForm, RuleDraft } from './model.ts';

const machineKinds = ['phone', 'tablet', 'computer'] as const;

const here: readonly (keyof RuleDraft & DraftField)[] = [
  'role',
  'application',
  'deviceKind',
  'browserFamily',
  'network',
  'region',
  'country',
  'validFrom',
];

/** What few rules need; open where one of them says something. */
export function MoreFields({
  form,
  language,
}: {
  readonly form: OpenForm;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.ruleForm;
  const { draft, choices, faults } = form;
  const isUsed = here.some((field) => draft[field] !== '' || faults.some((fault) => fault.field === field));
  const common = { faults, language };
  return (
    <details open={isUsed}>
      <summary>{words.more}</summary>
      <div class="more-fields">
        <Menu
          {...common}
          field="role"
          label={words.role}
          value={draft.role}
          any={words.anyRole}
          choices={choices.roles.map((role) => ({ value: role, label: roleNamed(role, language) }))}
        />
        <Menu
          {...common}
          field="application"
          label={words.application}
          value={draft.application}
          any={words.anyApplication}
          choices={choices.applications}
        />
        <Menu
          {...common}
          field="deviceKind"
          label={words.deviceKind}
          value={draft.deviceKind}
          any={words.anyKind}
          choices={machineKinds.map((kind) => ({ value: kind, label: wordsFor(language).devices[kind] }))}
        />
        <Menu
          {...common}
          field="browserFamily"
          label={words.browserFamily}
          value={draft.browserFamily}
          any={words.anyFamily}
          choices={browserFamilies.map((family) => ({ value: family, label: familyNamed(family, language) }))}
        />
        <div class="field">
          <label for="network">{words.network}</label>
          <FaultOf field="network" {...common} />
          <input
            id="network"
            name="network"
            type="text"
            value={draft.network}
            autoComplete="off"
            maxLength={60}
            {...faultAttributes('network', faults)}
          />
          <p class="hint">{words.networkHint}</p>
        </div>
        <Menu
          {...common}
          field="region"
          label={words.region}
          value={draft.region}
          any={words.anyRegion}
          choices={regionChoices(draft.region, language)}
        />
        <Menu
          {...common}
          field="country"
          label={words.country}
          value={draft.country}
          any={words.anyCountry}
          choices={countryChoices(language)}
        />
        <DateAndTime
          {...common}
          field="validFrom"
          legend={words.begins}
          hint={words.beginsHint}
          date={draft.validFrom}
          time={draft.validFromTime}
        />
      </div>
    </details>
  );
}

function roleNamed(role: string, language: Language): string {
  const known: Readonly<Record<string, string>> = wordsFor(language).rules.roles;
  return known[role] ?? oneLine(role);
}

const familyNamed = (family: string, language: Language): string => {
  const name = sayBrowser({ device: 'unknown', browser: family, model: 'unknown' }, language);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** The provinces; another region, as it is written, where the rule says it. */
function regionChoices(chosen: string, language: Language): readonly Choice[] {
  const provinces = Object.entries(wordsFor(language).where.provinces).map(([code, { name }]) => ({
    value: `CA-${code}`,
    label: name,
  }));
  const isKnown = chosen === '' || provinces.some(({ value }) => value === chosen);
  const own = isKnown ? [] : [{ value: chosen, label: oneLine(chosen) }];
  return [...own, ...byName(provinces, language)];
}

const countryChoices = (language: Language): readonly Choice[] =>
  byName(
    countries.map((code) => ({ value: code, label: sayCountry(code, language) })),
    language,
  );

const byName = (choices: readonly Choice[], language: Language): readonly Choice[] =>
  choices.toSorted((one, other) => one.label.localeCompare(other.label, language));
