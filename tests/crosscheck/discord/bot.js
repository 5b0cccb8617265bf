// A bot made with discord.js that does what a bot like ours does. The tests play the people; each line that it prints is something that they wait for.
'use strict';

const {
  ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client, EmbedBuilder, Events, GatewayIntentBits, MessageFlags, SlashCommandBuilder,
} = require('discord.js');

const commands = [
  new SlashCommandBuilder().setName('who').setDescription('A card of a person').setNameLocalizations({ de: 'wer' })
    .addStringOption((option) => option.setName('person').setDescription('Whom').setRequired(true).setAutocomplete(true))
    .addStringOption((option) => option.setName('about').setDescription('What').setMaxLength(100)),
  new SlashCommandBuilder().setName('slow').setDescription('Thinks before it answers')
    .addBooleanOption((option) => option.setName('open').setDescription('Whether all may see it')),
  new SlashCommandBuilder().setName('source').setDescription('Sources of news').setDefaultMemberPermissions(32)
    .addSubcommand((command) => command.setName('export').setDescription('A list as a file'))
    .addSubcommand((command) => command.setName('import').setDescription('A list from a file')
      .addAttachmentOption((option) => option.setName('file').setDescription('The list').setRequired(true))),
  new SlashCommandBuilder().setName('post').setDescription('Posts the same twice')
    .addChannelOption((option) => option.setName('in').setDescription('Where').setRequired(true)),
];

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  allowedMentions: { parse: [] },
  rest: { api: process.env.DISCORD_API, version: '10' },
});

const card = (person) => ({
  embeds: [new EmbedBuilder().setTitle(person).setDescription('Harbour minister, Norrmark').addFields({ name: 'Said', value: 'It stays open.' }).setColor(0x336699)],
  components: [new ActionRowBuilder().addComponents(
    new ButtonBuilder().setCustomId(`next:${person}`).setLabel('Next').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId(`later:${person}`).setLabel('Later').setStyle(ButtonStyle.Secondary),
    new ButtonBuilder().setURL('https://norrmarkpost.example/1').setLabel('Article').setStyle(ButtonStyle.Link),
  )],
});

const answers = {
  who: (asked) => asked.reply(card(asked.options.getString('person'))),
  slow: async (asked) => {
    await asked.deferReply(asked.options.getBoolean('open') ? {} : { flags: MessageFlags.Ephemeral });
    await asked.editReply({ content: 'Thought about it.' });
    await asked.followUp({ content: 'One more thing.', flags: MessageFlags.Ephemeral });
  },
  export: (asked) => asked.reply({ files: [new AttachmentBuilder(Buffer.from('<opml/>'), { name: 'sources.opml', description: 'All sources' })] }),
  import: async (asked) => {
    const file = await fetch(asked.options.getAttachment('file').url);
    await asked.reply({ content: `Read ${(await file.text()).length} letters.`, flags: MessageFlags.Ephemeral });
  },
  post: async (asked) => {
    await asked.deferReply();
    const channel = await client.channels.fetch(asked.options.getChannel('in').id, { force: true });
    const sent = [];
    for (let i = 0; i < 2; i += 1) {
      sent.push(await channel.send({ content: 'The morning digest', nonce: 'edition-7', enforceNonce: true }));
    }
    await sent[0].edit({ content: 'The morning digest, corrected' });
    await asked.editReply({ content: sent[0].id === sent[1].id ? 'once' : 'twice' });
  },
};

const presses = {
  next: (asked, person) => asked.update(card(`${person}, page 2`)),
  later: async (asked, person) => {
    await asked.deferUpdate();
    await asked.editReply(card(`${person}, later`));
  },
};

client.on(Events.InteractionCreate, async (asked) => {
  if (asked.isAutocomplete()) {
    await asked.respond(['Ilse Varga', 'Omar Feld'].filter((name) => name.startsWith(asked.options.getFocused())).map((name) => ({ name, value: name.toLowerCase() })));
  } else if (asked.isButton()) {
    const [what, person] = asked.customId.split(':');
    await presses[what](asked, person);
  } else if (asked.isChatInputCommand()) {
    await answers[asked.options.getSubcommand(false) ?? asked.commandName](asked);
  }
});

client.once(Events.ClientReady, async () => {
  await client.application.commands.set(commands);
  console.log(`ready in ${client.guilds.cache.size}`);
});
client.on(Events.ShardResume, () => console.log('resumed'));
client.on(Events.Error, (error) => console.error(error));
process.stdin.on('end', async () => {
  await client.destroy();
  process.exit(0);
}).resume();

client.login(process.env.DISCORD_TOKEN);
