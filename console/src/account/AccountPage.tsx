import { Link } from '@tanstack/react-router';
import { Page } from '../ui/Page';
import { Devices } from './Devices';
import { PasswordForm } from './PasswordForm';
import { SecondFactor } from './SecondFactor';

/** One's own way in. It stands outside the shell: who owes an organization a second factor gets here all the same. */
export default function AccountPage() {
  return (
    <main id="main">
      <Page title="Your account" narrow back={<Link to="/">Back to work</Link>}>
        <Devices />
        <SecondFactor />
        <PasswordForm />
      </Page>
    </main>
  );
}
