import { apps } from './apps';
import { openPage } from './page';

const root = document.querySelector('main');
const app = apps.find(({ id }) => id === document.body.dataset.app);
if (root === null || app === undefined) throw new Error('The page names no app of this bundle.');
app.start(openPage(root));
