// How does a button ask the browser for a passkey? A block with data-passkey="login", "confirm" or "add" is shown as soon
// as the browser can do it; without script it stays away and the other ways in remain.
(function () {
  const block = document.querySelector('[data-passkey]')
  if (!block || !window.PublicKeyCredential) return

  const ids = { credential: 'passkey-credential', data: 'passkey-data', login: 'passkey-button', authenticate: 'passkey-button', add: 'passkey-button' }
  const forms = window.allauth.webauthn.forms
  const start = { login: forms.loginForm, confirm: forms.authenticateForm, add: forms.addForm }[block.dataset.passkey]

  // The person pressed cancel, waited too long, or the device has no passkey for this site: say so, keep the page.
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    document.getElementById('passkey-problem').hidden = false
  })
  // What the library would ask of a passkey that cannot log in by itself is of no use here.
  const passwordless = document.createElement('input')
  passwordless.type = 'checkbox'
  passwordless.checked = true
  passwordless.id = 'passkey-passwordless'
  passwordless.hidden = true
  block.append(passwordless)
  ids.passwordless = passwordless.id

  start({ ids })
  block.hidden = false
  document.querySelectorAll('[data-no-passkey]').forEach(function (text) { text.hidden = true })
})()
