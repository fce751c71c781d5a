import type { SeededRandom } from '../support/seededRandom';
import type { Subject } from './subject';

/** Given names, each with its plain ASCII form for addresses. */
const givenNames: readonly (readonly [string, string])[] = [
  ['Anna', 'anna'],
  ['Jürgen', 'juergen'],
  ['Zoë', 'zoe'],
  ['Łukasz', 'lukasz'],
  ['Siobhán', 'siobhan'],
  ['Nguyễn', 'nguyen'],
  ['Ольга', 'olga'],
  ['محمد', 'mohammed'],
  ['美咲', 'misaki'],
  ['지우', 'jiwoo'],
  ['Ben', 'ben'],
  ['Chidi', 'chidi'],
  ['Daniela', 'daniela'],
  ['Emeka', 'emeka'],
  ['Farah', 'farah'],
  ['Grace', 'grace'],
  ['Hugo', 'hugo'],
  ['Ines', 'ines'],
  ['Jan', 'jan'],
  ['Kiran', 'kiran'],
  ['Leo', 'leo'],
  ['Maya', 'maya'],
  ['Noah', 'noah'],
  ['Priya', 'priya'],
];

const familyNames: readonly (readonly [string, string])[] = [
  ["O'Brien", 'obrien'],
  ['Müller', 'mueller'],
  ['Nowak', 'nowak'],
  ['Åkesson', 'akesson'],
  ['Иванова', 'ivanova'],
  ['佐藤', 'sato'],
  ['Smith "Junior"', 'smith'],
  ['van den Berg', 'vandenberg'],
  ['Okafor', 'okafor'],
  ['Silva', 'silva'],
  ['Rossi', 'rossi'],
  ['Kim', 'kim'],
  ['Patel', 'patel'],
  ['García', 'garcia'],
  ['Dubois', 'dubois'],
  ['Novák', 'novak'],
  ['Jensen', 'jensen'],
  ['Haddad', 'haddad'],
  ['Moreau', 'moreau'],
  ['Taylor', 'taylor'],
];

const departments = ['Sales', 'Finance', 'Engineering', 'Marketing', 'Forschung & Entwicklung', 'Legal', 'Support'];
const titles = ['Engineer', 'Account Manager', 'Controller', 'Team Lead', 'Analyst', 'Counsel', 'Ingénieure'];
const cities = ['Dublin', 'München', 'Kraków', 'Lagos', 'São Paulo', '東京', 'Lyon', 'Seattle'];
const teams = ['Self-service Pilot', 'All Employees', 'Vertrieb Süd', 'Expenses Approvers', 'Projet Été'];

/** A person; `number` makes the address unique in its log. */
export function person(random: SeededRandom, number: number): Subject {
  const [givenName, givenLogin] = random.pick(givenNames);
  const [familyName, familyLogin] = random.pick(familyNames);
  const login = `${givenLogin}.${familyLogin}${number}`;
  const department = random.below(departments.length);
  const title = random.below(titles.length);
  return {
    sourceId: random.guid(),
    targetId: random.guid(),
    displayName: `${givenName} ${familyName}`,
    givenName,
    familyName,
    login,
    userPrincipalName: `${login}@contoso.com`,
    employeeId: String(700_000 + number),
    department: departments[department]!,
    formerDepartment: departments[(department + 1) % departments.length]!,
    title: titles[title]!,
    formerTitle: titles[(title + 1) % titles.length]!,
    city: random.pick(cities),
    managerId: random.guid(),
  };
}

/** A group, which has a name and nothing else of a person. */
export function group(random: SeededRandom, number: number): Subject {
  const login = `group${number}`;
  const displayName = `${random.pick(teams)} ${number}`;
  return { ...person(random, number), displayName, givenName: '', familyName: '', login, userPrincipalName: '' };
}
