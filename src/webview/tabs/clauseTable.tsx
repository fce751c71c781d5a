import type { ScopeClause } from '../../core/explain/scopeClauses';
import { Icon } from '../widgets/icon';
import { LogText } from '../widgets/logText';

/** The clauses of the scoping filters and how each came out. One filter whose clauses all hold is enough. */
export function ClauseTable({ clauses }: { clauses: readonly ScopeClause[] }) {
  return (
    <>
      <h3>Clauses of the scoping filters</h3>
      <table class="clauses">
        <caption class="unseen">Clauses of the scoping filters</caption>
        <thead>
          <tr>
            <th scope="col">Clause</th>
            <th scope="col">Filter</th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ filter, clause, passed }, position) => (
            <tr key={position}>
              <th scope="row">
                <LogText text={clause} />
              </th>
              <td>{filter === '' ? <span class="absent">not named</span> : <LogText text={filter} />}</td>
              <td>
                <span class="mark">
                  <Icon name={passed ? 'pass' : 'circleSlash'} />
                  {passed ? 'Yes' : 'No'}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
