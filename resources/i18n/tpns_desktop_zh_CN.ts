<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Where to keep the file of this list</source>
        <translation>把这份名单的文件保存在哪里</translation>
    </message>
    <message>
        <source>“{0}” could not be written there. Choose another folder.</source>
        <translation>无法把「{0}」保存到那里，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>“{0}” is there already. Choose another name.</source>
        <translation>已有「{0}」，请换一个名称。</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Go on in the window that is open, or close it first.</source>
        <translation>请在已打开的窗口中继续，或先将其关闭。</translation>
    </message>
    <message>
        <source>So it cannot tell whether it is open already. Close any other window of the program, delete this file or allow writing to it, then start again:
{0}</source>
        <translation>因此无法判断程序是否已经打开。请关闭本程序的其他窗口，删除此文件或允许写入，然后重新启动：
{0}</translation>
    </message>
    <message>
        <source>TPNS Desktop is open already.</source>
        <translation>TPNS Desktop 已经打开。</translation>
    </message>
    <message>
        <source>TPNS Desktop may not write its lock file.</source>
        <translation>TPNS Desktop 无法写入它的锁定文件。</translation>
    </message>
</context>
<context>
    <name>Apps</name>
    <message>
        <source>A key you enter is kept until you close the program and is never written to a file; you will be asked for it next time.</source>
        <translation>你输入的密钥只保留到关闭程序为止，不会写入文件；下次会再次询问。</translation>
    </message>
    <message>
        <source>An Access ID is ten digits.</source>
        <translation>Access ID 是 10 位数字。</translation>
    </message>
    <message>
        <source>Android IDs usually start with 1500, iOS ones with 1600. Is it in the right place?</source>
        <translation>Android 的 ID 通常以 1500 开头，iOS 的以 1600 开头。位置是否填反了？</translation>
    </message>
    <message>
        <source>Android and iOS have different Access IDs; these are the same.</source>
        <translation>Android 与 iOS 的 Access ID 各不相同，这里填的是同一个。</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Guangzhou</source>
        <translation>广州</translation>
    </message>
    <message>
        <source>Hong Kong (China)</source>
        <translation>中国香港</translation>
    </message>
    <message>
        <source>Install “GNOME Keyring” or “KWallet” with the software centre, log out and in again, and start the program again.</source>
        <translation>用软件中心安装 「GNOME Keyring」 或 「KWallet」，注销并重新登录，再打开本程序。</translation>
    </message>
    <message>
        <source>Its length is not that of a key. Copy it again.</source>
        <translation>长度与密钥不符。请重新复制。</translation>
    </message>
    <message>
        <source>Key in this computer&apos;s password store</source>
        <translation>密钥保存在这台电脑的密码库中</translation>
    </message>
    <message>
        <source>Key kept until you close the program</source>
        <translation>密钥只保留到关闭程序为止</translation>
    </message>
    <message>
        <source>Open “Keychain Access”, see that the keychain “login” is there and unlocked, and start the program again.</source>
        <translation>打开「钥匙串访问」，确认「登录」钥匙串存在且已解锁，再打开本程序。</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>See that the service “Credential Manager” runs, log out and in again, and start the program again.</source>
        <translation>确认「凭据管理器」服务正在运行，注销并重新登录，再打开本程序。</translation>
    </message>
    <message>
        <source>Shanghai</source>
        <translation>上海</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>There is a character in it that no key has. Copy it again from the console.</source>
        <translation>其中有密钥里不会出现的字符。请从控制台重新复制。</translation>
    </message>
    <message>
        <source>There is a line end or an invisible character inside. Copy it again.</source>
        <translation>其中有换行或不可见字符。请重新复制。</translation>
    </message>
    <message>
        <source>There is a space inside. Copy it again.</source>
        <translation>其中有空格。请重新复制。</translation>
    </message>
    <message>
        <source>This computer has no password store.</source>
        <translation>这台电脑没有系统密码库。</translation>
    </message>
    <message>
        <source>This computer has no password store. We won&apos;t write your key to a file.</source>
        <translation>这台电脑没有密码库。我们不会把你的密钥写入文件。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store does not answer. Perhaps it asks for its password in another window.</source>
        <translation>这台电脑的密码库没有响应，可能正在另一个窗口里要求输入密码。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store is locked. Until it is open, keys can&apos;t go there.</source>
        <translation>这台电脑的密码库已锁定。解锁之前，密钥无法存入。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store refused the key.</source>
        <translation>这台电脑的密码库拒绝了密钥。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Waiting for this computer&apos;s password store. It may ask for its password in another window.</source>
        <translation>正在等待这台电脑的密码库，它可能会在另一个窗口里要求输入密码。</translation>
    </message>
    <message>
        <source>✓ {0}: the keys work.</source>
        <translation>✓ {0}：密钥可用。</translation>
    </message>
    <message>
        <source>✓ {0}: the keys work. {1} devices.</source>
        <translation>✓ {0}：密钥可用，共 {1} 台设备。</translation>
    </message>
    <message>
        <source>✕ {0}: {1}</source>
        <translation>✕ {0}：{1}</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>AudienceCard</name>
    <message>
        <source>A few accounts</source>
        <translation>指定账号</translation>
    </message>
    <message>
        <source>A file of accounts</source>
        <translation>账号名单文件</translation>
    </message>
    <message>
        <source>Add at least one tag.</source>
        <translation>请至少添加一个标签。</translation>
    </message>
    <message>
        <source>All their devices</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>Choose the people or devices this push goes to</source>
        <translation>选择接收这条推送的人或设备</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>指定设备</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>Everyone who installed {0}.</source>
        <translation>安装过「{0}」的全部设备。</translation>
    </message>
    <message>
        <source>Everyone who installed {0}: {1} devices in all, {2} online at yesterday&apos;s peak.</source>
        <translation>安装过「{0}」的全部设备：累计 {1} 台，昨日最高在线 {2} 台。</translation>
    </message>
    <message>
        <source>Everyone: the exact number is known only afterwards.</source>
        <translation>全部设备：确切数量要到推送后才知道。</translation>
    </message>
    <message>
        <source>Latest device only</source>
        <translation>仅最近设备</translation>
    </message>
    <message>
        <source>TPNS cannot tell in advance how many people this is.</source>
        <translation>无法提前得知人数。</translation>
    </message>
    <message>
        <source>Use practice examples</source>
        <translation>填入演练示例</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>推送给谁</translation>
    </message>
    <message>
        <source>exact, as typed</source>
        <translation>确切数量，以输入为准</translation>
    </message>
    <message>
        <source>{0} repeats removed</source>
        <translation>已去除 {0} 个重复项</translation>
    </message>
    <message>
        <source>{0} · exact, from {1}</source>
        <translation>{0} · 准确，来自 {1}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>%Ln thing(s) to fix</source>
        <translation>
            <numerusform>%Ln 处须修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>核对…</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>带我去看</translation>
    </message>
</context>
<context>
    <name>ChannelModel</name>
    <message>
        <source>Arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>实发</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划下发</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Tapped</source>
        <translation>点击</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Apple (APNs)</source>
        <translation>苹果（APNs）</translation>
    </message>
    <message>
        <source>Google (FCM)</source>
        <translation>谷歌（FCM）</translation>
    </message>
    <message>
        <source>Honor</source>
        <translation>荣耀</translation>
    </message>
    <message>
        <source>Huawei</source>
        <translation>华为</translation>
    </message>
    <message>
        <source>Meizu</source>
        <translation>魅族</translation>
    </message>
    <message>
        <source>OPPO</source>
        <translation>OPPO</translation>
    </message>
    <message>
        <source>ROG</source>
        <translation>ROG</translation>
    </message>
    <message>
        <source>TPNS&apos;s own</source>
        <translation>TPNS 自有通道</translation>
    </message>
    <message>
        <source>Xiaomi</source>
        <translation>小米</translation>
    </message>
    <message>
        <source>vivo</source>
        <translation>vivo</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>A web address starts with https:// or http://.</source>
        <translation>网址应以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>Accounts with spaces around them: {count}, the first in row {row}. A clean copy is without them.</source>
        <translation>前后有空格的账号：{count} 个，首个在第 {row} 行。整理后的副本没有这些空格。</translation>
    </message>
    <message>
        <source>Add a title and a text.</source>
        <translation>请填写标题和正文。</translation>
    </message>
    <message>
        <source>Add https://</source>
        <translation>补上 https://</translation>
    </message>
    <message>
        <source>An earlier try at {at} has no proof that it did not go. If it had gone, people get this twice.</source>
        <translation>{at} 的上一次尝试没有证据表明未发出。如果当时已发出，收到的人会收到两次。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>At most 90 days ahead.</source>
        <translation>最多提前 90 天。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>去选择</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>选择推送计划</translation>
    </message>
    <message>
        <source>Choose the column with the accounts.</source>
        <translation>选择账号所在的列。</translation>
    </message>
    <message>
        <source>Choose who gets this.</source>
        <translation>请选择推送对象。</translation>
    </message>
    <message>
        <source>Empty rows: {count}, the first is row {row}. A clean copy is without them.</source>
        <translation>空行：{count} 行，首个在第 {row} 行。整理后的副本没有空行。</translation>
    </message>
    <message>
        <source>Enter the SMS app ID.</source>
        <translation>请填写短信应用 ID。</translation>
    </message>
    <message>
        <source>Enter the SMS template ID.</source>
        <translation>请填写短信模板 ID。</translation>
    </message>
    <message>
        <source>Enter the page&apos;s address, such as shop://orders.</source>
        <translation>请填写页面地址，如 shop://orders。</translation>
    </message>
    <message>
        <source>Entries that don&apos;t look right: {count} of {total}, the first in line {line}: {first}</source>
        <translation>{total} 项中有 {count} 项格式不对，首个在第 {line} 行：{first}</translation>
    </message>
    <message>
        <source>Exactly this is on hold for the same people ({when}). Send it a second time?</source>
        <translation>发给相同人群的完全相同的内容正在待发出（{when}）。要再发一次吗？</translation>
    </message>
    <message>
        <source>Exactly this may have gone out already ({when}), and nobody knows yet. Settle that push first.</source>
        <translation>完全相同的推送可能已经发出（{when}），结果尚未确认。请先处理那条推送。</translation>
    </message>
    <message>
        <source>Excel changed numbers in this list (such as 1.38E+10): {count}.</source>
        <translation>Excel 改变了名单中的号码（如 1.38E+10）：{count} 个。</translation>
    </message>
    <message>
        <source>Fill in value {{{blank}}} or remove it.</source>
        <translation>请填写变量 {{{blank}}} 的内容，或将其删除。</translation>
    </message>
    <message>
        <source>Give the file a name of 1 to 100 plain characters.</source>
        <translation>文件名应为 1 到 100 个普通字符。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Nobody would receive this. Add at least one entry.</source>
        <translation>没有任何人会收到。请至少添加一项。</translation>
    </message>
    <message>
        <source>Not in a plan; results won&apos;t be grouped.</source>
        <translation>未选择推送计划，数据不会归组。</translation>
    </message>
    <message>
        <source>Nothing in this list can be sent yet. Mend it first, or choose another file.</source>
        <translation>这个名单还没有可发送的账号。先整理，或选择另一个文件。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Phones open https:// and http:// addresses from a push, not {scheme}.</source>
        <translation>推送只能打开 https:// 和 http:// 网址，不能打开 {scheme} 网址。</translation>
    </message>
    <message>
        <source>Pick a time</source>
        <translation>选择时间</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>去除</translation>
    </message>
    <message>
        <source>Repeats in the list, each counted once: {count}.</source>
        <translation>名单中的重复，各只计一次：{count} 个。</translation>
    </message>
    <message>
        <source>Row 1 of the list looks like a heading.</source>
        <translation>名单第 1 行像是标题。</translation>
    </message>
    <message>
        <source>Rows of a wrong length: {count}, the first is row {row}. Leave them out in a clean copy.</source>
        <translation>长度不符的行：{count} 行，首个在第 {row} 行。可存一份去掉它们的副本。</translation>
    </message>
    <message>
        <source>Say whether these devices are Android phones or iPhones.</source>
        <translation>请选择这些设备是 Android 手机还是 iPhone。</translation>
    </message>
    <message>
        <source>Set to 5 minutes</source>
        <translation>改为 5 分钟</translation>
    </message>
    <message>
        <source>Set to Now</source>
        <translation>改为立即</translation>
    </message>
    <message>
        <source>{count} rows ({percent} %) don&apos;t look like the chosen account type.</source>
        <translation>{count} 行（{percent}%）不像所选的账号类型。</translation>
    </message>
    <message>
        <source>TPNS can&apos;t read this as it is written.</source>
        <translation>TPNS 读不懂这种写法。</translation>
    </message>
    <message>
        <source>TPNS takes the same text to everyone once an hour. Next at {next_at}.</source>
        <translation>相同内容全量推送每小时仅一次，{next_at} 后可发。</translation>
    </message>
    <message>
        <source>TPNS would not accept what is entered here.</source>
        <translation>TPNS 不会接受这里填写的内容。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is about {minutes} min off. Set it before you send.</source>
        <translation>本机时间相差约 {minutes} 分钟，发送前先校准时间。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {minutes} min off, so TPNS may refuse what is sent, or start it at another time. Set the clock first.</source>
        <translation>本机时间相差 {minutes} 分钟，TPNS 可能拒绝推送，或在别的时间开始推送。请先校准时间。</translation>
    </message>
    <message>
        <source>You sent exactly this to the same people at {at}. Send it a second time?</source>
        <translation>{at} 已向相同人群发送过完全相同的内容。要再发一次吗？</translation>
    </message>
    <message>
        <source>Tapping only opens the app.</source>
        <translation>点击后只打开应用首页。</translation>
    </message>
    <message>
        <source>TPNS can only schedule pushes to everyone, by tag or to a file of accounts. Choose Now here.</source>
        <translation>TPNS 只能定时推送给全部设备、按标签或账号名单文件，这里选择「立即」。</translation>
    </message>
    <message>
        <source>The checked copy of this list is gone. Choose the file again.</source>
        <translation>检查过的副本已不在，重新选择文件。</translation>
    </message>
    <message>
        <source>The chosen plan has no ID for {platform}.</source>
        <translation>所选推送计划没有 {platform} 的 ID。</translation>
    </message>
    <message>
        <source>The iPhone banner ends after “{shown}”.</source>
        <translation>iPhone 横幅只显示到「{shown}」。</translation>
    </message>
    <message>
        <source>The list is not in plain UTF-8. Convert it in a clean copy.</source>
        <translation>名单不是普通的 UTF-8，可存一份转换后的副本。</translation>
    </message>
    <message>
        <source>The list was checked as another account type. Check it again.</source>
        <translation>名单是按另一种账号类型检查的，重新检查。</translation>
    </message>
    <message>
        <source>The message is too big: {size} of {limit} bytes. Shorten the text.</source>
        <translation>消息过大（{size} / {limit} 字节）。请缩短正文。</translation>
    </message>
    <message>
        <source>The original file changed or is gone since the check. What is sent is the checked copy.</source>
        <translation>检查后原文件被修改或已不在；发送的是检查过的副本。</translation>
    </message>
    <message>
        <source>The text says “{said}”, but it goes out on {date}.</source>
        <translation>文中写「{said}」，发送日是 {date}。</translation>
    </message>
    <message>
        <source>The zip must hold one list and no folders. A clean copy does.</source>
        <translation>压缩包内只能有一个名单文件，不能有文件夹。可存一份整理后的副本。</translation>
    </message>
    <message>
        <source>There are invisible characters in accounts: {count}, the first in row {row}.</source>
        <translation>账号中有看不见的字符：{count} 个，首个在第 {row} 行。</translation>
    </message>
    <message>
        <source>These are more than TPNS allows.</source>
        <translation>数量超过 TPNS 的上限。</translation>
    </message>
    <message>
        <source>This is longer than TPNS allows.</source>
        <translation>长度超过 TPNS 的上限。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>This list can&apos;t be used. Choose another file.</source>
        <translation>这个名单不能使用，选择另一个文件。</translation>
    </message>
    <message>
        <source>This looks like a test. Phone makers may hold such messages back.</source>
        <translation>疑似测试内容，厂商可能拦截。</translation>
    </message>
    <message>
        <source>This looks like code or an unfilled blank: {found}</source>
        <translation>疑似代码或未替换的变量：{found}</translation>
    </message>
    <message>
        <source>This time has passed or is too near. Pick one at least 5 minutes ahead.</source>
        <translation>时间已过或太近，将会立即发送。请选择至少 5 分钟后的时间。</translation>
    </message>
    <message>
        <source>Use a .txt, .csv or .zip file.</source>
        <translation>使用 TXT、CSV 或 ZIP 文件。</translation>
    </message>
    <message>
        <source>Use a file of at most 100 MB with an account in it.</source>
        <translation>使用不超过 100 MB 且含有账号的文件。</translation>
    </message>
    <message>
        <source>Very like the one you sent at {at}.</source>
        <translation>与 {at} 的推送非常相似。</translation>
    </message>
    <message>
        <source>Wait at least 5 minutes before the text message.</source>
        <translation>短信至少等待 5 分钟。</translation>
    </message>
    <message>
        <source>iOS development environment: only test builds of the app get it.</source>
        <translation>iOS 开发环境：仅测试包能收到。</translation>
    </message>
    <message>
        <source>{count} entries. TPNS takes at most {limit} typed ones in a push.</source>
        <translation>共 {count} 项。TPNS 每条推送最多接受 {limit} 项手动输入。</translation>
    </message>
    <message>
        <source>{count} invisible characters in the text.</source>
        <translation>含 {count} 个不可见字符。</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>! Confirm</source>
        <translation>! 待确认</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to confirm with a tick. Run again at the moment you confirm.</source>
        <translation>
            <numerusform>%Ln 项须勾选确认。确认发送时会再检查一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>I know: {0}</source>
        <translation>我已知悉：{0}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Nothing to confirm here.</source>
        <translation>没有需要确认的事项。</translation>
    </message>
    <message>
        <source>Run again at the moment you confirm.</source>
        <translation>确认发送时会再检查一次。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>须修改</translation>
    </message>
    <message>
        <source>Tick each of these to go on.</source>
        <translation>请逐项勾选后继续。</translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>须修改</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Nothing to mend. Ready for review.</source>
        <translation>没有需要修改的地方，可以核对了。</translation>
    </message>
</context>
<context>
    <name>CleanDialog</name>
    <message>
        <source>A country code is a plus and digits, such as +86.</source>
        <translation>国家码由加号和数字组成，例如 +86。</translation>
    </message>
    <message>
        <source>Commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Country code for numbers that have none</source>
        <translation>给没有国家码的号码补上</translation>
    </message>
    <message>
        <source>Leave it empty to add none.</source>
        <translation>留空则不补。</translation>
    </message>
    <message>
        <source>Nothing: it is one column</source>
        <translation>无：只有一列</translation>
    </message>
    <message>
        <source>Save a clean copy of “{0}”</source>
        <translation>保存「{0}」的整理副本</translation>
    </message>
    <message>
        <source>Save the copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>The column with the accounts</source>
        <translation>账号所在的列</translation>
    </message>
    <message>
        <source>The columns are parted by</source>
        <translation>列之间的分隔符</translation>
    </message>
    <message>
        <source>The copy becomes a list of its own. This list stays as it is.</source>
        <translation>副本会成为一份新名单，这份名单保持不变。</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare “{0}” with another list</source>
        <translation>将「{0}」与另一份名单比较</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>两份都有</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅这份有</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation>仅另一份有</translation>
    </message>
    <message>
        <source>Rows that are no accounts do not count, and each account counts once.</source>
        <translation>不是账号的行不计入，每个账号只计一次。</translation>
    </message>
    <message>
        <source>The other list</source>
        <translation>另一份名单</translation>
    </message>
    <message>
        <source>{0} in both, {1} only here, {2} only there</source>
        <translation>两份都有 {0}，仅这份有 {1}，仅另一份有 {2}</translation>
    </message>
</context>
<context>
    <name>ComposeScreen</name>
    <message>
        <source>Asking the service for its time…</source>
        <translation>正在向服务查询时间…</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>返回表单</translation>
    </message>
    <message>
        <source>Not saved: the disk refused. Your text is kept here.</source>
        <translation>未保存：磁盘无法写入。内容仍保留在这里。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>The clock could not be checked. {0}</source>
        <translation>无法检查时钟。{0}</translation>
    </message>
    <message>
        <source>The clock was checked.</source>
        <translation>时钟已检查。</translation>
    </message>
    <message>
        <source>The review could not be prepared. Your text is kept.</source>
        <translation>暂时无法核对。内容已保留。</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Enter and Space don&apos;t send. Click the button, or press Alt+S.</source>
        <translation>回车键和空格键不会发送。请点击按钮，或按 Alt+S。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Asking the service. Nothing is sent to anybody.</source>
        <translation>正在查询服务，不会给任何人发送内容。</translation>
    </message>
    <message>
        <source>Both are set under Settings, Network.</source>
        <translation>两项都在「设置」的「网络」中设定。</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>修改「{0}」</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Connect my app</source>
        <translation>连接我的应用</translation>
    </message>
    <message>
        <source>Development (test builds)</source>
        <translation>开发环境（测试包）</translation>
    </message>
    <message>
        <source>Don&apos;t wait</source>
        <translation>不等待</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Name you will recognise</source>
        <translation>名称（便于辨认）</translation>
    </message>
    <message>
        <source>Production (App Store)</source>
        <translation>生产环境（App Store）</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>服务接入点</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>连接测试结果</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving the keys…</source>
        <translation>正在保存密钥…</translation>
    </message>
    <message>
        <source>Something is missing; see above.</source>
        <translation>还有内容没填好，见上方说明。</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>已保存，留空则不变</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>That did not work. Nothing was saved.</source>
        <translation>没有成功，未保存任何内容。</translation>
    </message>
    <message>
        <source>The key is then kept until you close the program</source>
        <translation>密钥只保留到关闭程序为止</translation>
    </message>
    <message>
        <source>The keys are in the TPNS console under Product Management.</source>
        <translation>密钥在 TPNS 控制台的「产品管理」中。</translation>
    </message>
    <message>
        <source>This app is</source>
        <translation>应用平台</translation>
    </message>
    <message>
        <source>This app is for {0}</source>
        <translation>此应用有 {0} 版</translation>
    </message>
    <message>
        <source>This is set under Settings, Network.</source>
        <translation>此项在「设置」的「网络」中设定。</translation>
    </message>
    <message>
        <source>Through the proxy {0}.</source>
        <translation>经由代理 {0}。</translation>
    </message>
    <message>
        <source>Trusts the extra certificates in {0} as well.</source>
        <translation>同时信任 {0} 中的额外证书。</translation>
    </message>
    <message>
        <source>iOS environment</source>
        <translation>iOS 环境</translation>
    </message>
</context>
<context>
    <name>Copy</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DraftsModel</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>推送给谁</translation>
    </message>
</context>
<context>
    <name>DraftsScreen</name>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen draft</source>
        <translation>删除所选草稿</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Enter opens a draft, Delete deletes it; that can be undone</source>
        <translation>按回车键打开草稿，按 Delete 键删除，删除后可撤销</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>没有草稿</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the chosen draft</source>
        <translation>打开所选草稿</translation>
    </message>
    <message>
        <source>What you write is saved here by itself while you type.</source>
        <translation>输入的内容会自动保存在这里。</translation>
    </message>
    <message>
        <source>Write a push</source>
        <translation>新建推送</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>已删除「{0}」。</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file of accounts</source>
        <translation>选择账号名单文件</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.zip)</source>
        <translation>名单 (*.txt *.csv *.zip)</translation>
    </message>
</context>
<context>
    <name>EndingCard</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy push ID {0}</source>
        <translation>复制推送 ID {0}</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details for a developer</source>
        <translation>开发者详情</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>打开草稿</translation>
    </message>
    <message>
        <source>Opens the text in Compose. Nothing is sent before you review and confirm.</source>
        <translation>在新建推送中打开这段内容。核对并确认之前不会发送。</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再次发送…</translation>
    </message>
    <message>
        <source>Was anything sent?</source>
        <translation>是否已发出？</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>接下来怎么做</translation>
    </message>
    <message>
        <source>{0} push ID</source>
        <translation>{0} 推送 ID</translation>
    </message>
    <message>
        <source>{0} push ID, perhaps</source>
        <translation>可能的 {0} 推送 ID</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Double 11 starts tonight</source>
        <translation>双十一今晚开始</translation>
    </message>
    <message>
        <source>Double 11, first evening</source>
        <translation>双十一首晚</translation>
    </message>
    <message>
        <source>Your cart is waiting: 30% off from 8 pm, for members from 7 pm.</source>
        <translation>购物车里的宝贝在等你：今晚 8 点起 7 折，会员 7 点抢先。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Account type</source>
        <translation>账号类型</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>After waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Another type has the file checked again.</source>
        <translation>更换类型会重新检查文件。</translation>
    </message>
    <message>
        <source>As approved in the SMS console, without brackets.</source>
        <translation>与短信控制台中审核通过的一致，不带括号。</translation>
    </message>
    <message>
        <source>At least 5 minutes.</source>
        <translation>至少 5 分钟。</translation>
    </message>
    <message>
        <source>Beijing time, UTC+8</source>
        <translation>北京时间（UTC+8）</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>For you and your colleagues. Nobody else sees it.</source>
        <translation>仅自己和同事可见，收到推送的人看不到。</translation>
    </message>
    <message>
        <source>Keep trying for</source>
        <translation>离线保留</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Name of this push</source>
        <translation>推送名称</translation>
    </message>
    <message>
        <source>One account per line. Paste as many as 1,000.</source>
        <translation>每行一个账号，最多可粘贴 1,000 个。</translation>
    </message>
    <message>
        <source>One device ID (token) per line, 36 characters each.</source>
        <translation>每行一个设备 ID（token），每个 36 个字符。</translation>
    </message>
    <message>
        <source>One value per line: the first line fills {1}, the second {2}.</source>
        <translation>每行一个：第一行填入 {1}，第二行填入 {2}。</translation>
    </message>
    <message>
        <source>Opens on Android. On iPhone a tap opens the app: TPNS offers no web page there.</source>
        <translation>在 Android 上打开网页。在 iPhone 上只打开应用：TPNS 在 iPhone 上不支持打开网页。</translation>
    </message>
    <message>
        <source>Page in the app</source>
        <translation>应用内页面</translation>
    </message>
    <message>
        <source>Phones that are off get it if they come back within this time.</source>
        <translation>离线的手机在此时间内恢复在线，仍会收到。</translation>
    </message>
    <message>
        <source>Push plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Pushes of one plan are counted together.</source>
        <translation>同一推送计划的推送合并统计。</translation>
    </message>
    <message>
        <source>SMS app ID</source>
        <translation>短信应用 ID</translation>
    </message>
    <message>
        <source>Send it when</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>短信签名</translation>
    </message>
    <message>
        <source>Starts with 1400; shown in the SMS console.</source>
        <translation>以 1400 开头，见短信控制台。</translation>
    </message>
    <message>
        <source>Template ID</source>
        <translation>短信模板 ID</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Text message backup</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>The address your developers gave the page, such as shop://orders/today. Android only.</source>
        <translation>开发人员给该页面设定的地址，如 shop://orders/today。仅 Android 有效。</translation>
    </message>
    <message>
        <source>The number of an approved template in the SMS console.</source>
        <translation>短信控制台中已审核通过的模板编号。</translation>
    </message>
    <message>
        <source>The type your developers registered. Ask them if unsure.</source>
        <translation>与开发人员登记时的类型一致，不确定时请询问开发人员。</translation>
    </message>
    <message>
        <source>These devices are</source>
        <translation>这些设备是</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Values for the template&apos;s blanks</source>
        <translation>模板变量的内容</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>When tapped</source>
        <translation>点击后</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>推送给谁</translation>
    </message>
</context>
<context>
    <name>FiguresPart</name>
    <message>
        <source>Arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按通道</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>实发</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Figures by channel</source>
        <translation>各通道数据</translation>
    </message>
    <message>
        <source>From planned to tapped</source>
        <translation>从计划下发到点击</translation>
    </message>
    <message>
        <source>Huawei and Meizu report arrivals only once receipts are set up with them.</source>
        <translation>华为和魅族须先配置回执，才会报告抵达数。</translation>
    </message>
    <message>
        <source>No figures yet.</source>
        <translation>暂无数据。</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划下发</translation>
    </message>
    <message>
        <source>Tapped</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Updated {0}</source>
        <translation>更新于 {0}</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>counts {0} only</source>
        <translation>仅统计 {0}</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>实发</translation>
    </message>
    <message>
        <source>devices that TPNS means to reach</source>
        <translation>TPNS 计划触达的设备</translation>
    </message>
    <message>
        <source>no figure yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划下发</translation>
    </message>
    <message>
        <source>share of planned</source>
        <translation>占计划下发的比例</translation>
    </message>
</context>
<context>
    <name>FilePanel</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>All their devices</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>Beside the original, under a name of its own</source>
        <translation>存在原文件旁边，使用新的名字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Download an example</source>
        <translation>下载示例</translation>
    </message>
    <message>
        <source>Drop a .txt, .csv or .zip here, at most 100 MB. One account per row, 2 to 100 characters. TPNS calls it an account package.</source>
        <translation>将 TXT、CSV 或 ZIP 文件拖到这里，最大 100 MB。每行一个账号，2 到 100 个字符。TPNS 称之为号码包。</translation>
    </message>
    <message>
        <source>Latest device only</source>
        <translation>仅最近设备</translation>
    </message>
    <message>
        <source>Nothing of the file is kept then.</source>
        <translation>之后不保留文件的任何内容。</translation>
    </message>
    <message>
        <source>Save a clean copy</source>
        <translation>保存整理后的副本</translation>
    </message>
    <message>
        <source>Save an example</source>
        <translation>保存示例</translation>
    </message>
    <message>
        <source>Save it elsewhere…</source>
        <translation>存到别处…</translation>
    </message>
    <message>
        <source>Save the problem rows</source>
        <translation>保存有问题的行</translation>
    </message>
    <message>
        <source>Save the problem rows…</source>
        <translation>保存有问题的行…</translation>
    </message>
    <message>
        <source>The example is saved in {0}. Choose it to try it.</source>
        <translation>示例已保存到 {0}，可选择它试用。</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>The problem rows are saved in {0}.</source>
        <translation>有问题的行已保存到 {0}。</translation>
    </message>
    <message>
        <source>example.txt</source>
        <translation>accounts-example.txt</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Accounts, one per line</source>
        <translation>账号，每行一个</translation>
    </message>
    <message>
        <source>Device IDs, one per line</source>
        <translation>设备 ID，每行一个</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find accounts in “{0}”</source>
        <translation>在「{0}」中查找账号</translation>
    </message>
    <message>
        <source>Find devices in “{0}”</source>
        <translation>在「{0}」中查找设备</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>在名单中</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>不在名单中</translation>
    </message>
    <message>
        <source>Paste at least one.</source>
        <translation>请至少粘贴一个。</translation>
    </message>
    <message>
        <source>{0} of {1} are in this list.</source>
        <translation>{1} 个中有 {0} 个在这份名单里。</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>A report is one file on this computer. You decide who gets it.</source>
        <translation>报告是这台电脑上的一个文件，由你决定给谁。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>In it: versions of the program and the system, settings, how the last pushes ended, and the program&apos;s log.</source>
        <translation>包含：程序和系统的版本、设置、最近推送的结果、程序日志。</translation>
    </message>
    <message>
        <source>Not in it: keys and passwords, titles and texts, accounts, phone numbers and device tokens.</source>
        <translation>不包含：密钥和密码、标题和正文、账号、手机号码、设备标识。</translation>
    </message>
    <message>
        <source>Save a report for support…</source>
        <translation>保存给支持人员的报告…</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
</context>
<context>
    <name>HoldBar</name>
    <message>
        <source>Alt+S</source>
        <translation>Alt+S</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消发送</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Enter and Space do not press it. Click it, or press Alt+S.</source>
        <translation>回车键和空格键不起作用。请点击按钮，或按 Alt+S。</translation>
    </message>
    <message>
        <source>No push has been requested yet. Ctrl+Z.</source>
        <translation>尚未推送。Ctrl+Z。</translation>
    </message>
    <message>
        <source>Nothing has left this computer. Ctrl+Z.</source>
        <translation>尚未离开这台电脑。Ctrl+Z。</translation>
    </message>
    <message>
        <source>On hold until you say so. Nothing has left this computer.</source>
        <translation>待发出，由你手动发出。尚未离开这台电脑。</translation>
    </message>
    <message numerus="yes">
        <source>On hold — sending in %Ln s. Nothing has left this computer.</source>
        <translation>
            <numerusform>待发出：%Ln 秒后发送，尚未离开这台电脑。</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发出</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>The hold is over. Sending…</source>
        <translation>等待结束，提交中…</translation>
    </message>
    <message>
        <source>The hold is over. Waiting for its turn: TPNS takes one a second.</source>
        <translation>等待时间已到，正在排队：TPNS 每秒只接受一条。</translation>
    </message>
    <message numerus="yes">
        <source>Your list is uploaded. No push has been requested yet. Sending in %Ln s.</source>
        <translation>
            <numerusform>名单已上传，尚未推送。%Ln 秒后发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your list is uploaded. No push has been requested yet: it is on hold until you say so.</source>
        <translation>名单已上传，尚未推送：等你下令后才会发出。</translation>
    </message>
</context>
<context>
    <name>JsonPart</name>
    <message>
        <source>JSON that will be sent</source>
        <translation>将要发送的 JSON</translation>
    </message>
    <message>
        <source>JSON that will be sent: one request for Android, one for iPhone</source>
        <translation>将要发送的 JSON：Android 和 iPhone 各一个请求</translation>
    </message>
    <message>
        <source>Request to show</source>
        <translation>显示哪个请求</translation>
    </message>
    <message>
        <source>The JSON appears when this is mended: {0}</source>
        <translation>修改此处后显示 JSON：{0}</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more</source>
        <translation>
            <numerusform>… 另有 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyNotices</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>输入密钥…</translation>
    </message>
    <message>
        <source>The password store is still locked.</source>
        <translation>密码库仍处于锁定状态。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>{0}: Nothing can be sent until its Secret Key is at hand.</source>
        <translation>{0}：没有 Secret Key 就无法发送。</translation>
    </message>
    <message>
        <source>{0}: {1} Nothing can be sent until the key is at hand.</source>
        <translation>{0}：{1} 取得密钥之前不能发送。</translation>
    </message>
</context>
<context>
    <name>KeyringPanel</name>
    <message>
        <source>Ask me each time</source>
        <translation>每次询问我</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How to turn it on</source>
        <translation>如何启用</translation>
    </message>
    <message>
        <source>The Secret Key goes into this computer&apos;s password store and nowhere else.</source>
        <translation>Secret Key 只存入这台电脑的密码库，不会存到别处。</translation>
    </message>
    <message>
        <source>The password store is open. Keys you enter go there.</source>
        <translation>密码库已打开，你输入的密钥会存入其中。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Use for this session</source>
        <translation>仅本次使用</translation>
    </message>
</context>
<context>
    <name>KnownPlanDialog</name>
    <message>
        <source>A number, shown in the TPNS console.</source>
        <translation>一串数字，见 TPNS 控制台。</translation>
    </message>
    <message>
        <source>Add a plan you already have</source>
        <translation>添加已有推送计划</translation>
    </message>
    <message>
        <source>Add the plan</source>
        <translation>添加计划</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Plan ID for {0}</source>
        <translation>{0} 的推送计划 ID</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>Is this account in the list?</source>
        <translation>这个账号在名单里吗？</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Look whether it is in the list</source>
        <translation>查找它是否在名单里</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No, it is not in the list, letter by letter.</source>
        <translation>不在，名单里没有完全相同的账号。</translation>
    </message>
    <message>
        <source>Yes, it is in the list.</source>
        <translation>在，名单里有它。</translation>
    </message>
</context>
<context>
    <name>ListWork</name>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Checking “{0}”</source>
        <translation>正在检查「{0}」</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saving the problem rows of “{0}”</source>
        <translation>正在保存「{0}」中有问题的行</translation>
    </message>
    <message>
        <source>Writing a clean copy of “{0}”</source>
        <translation>正在写「{0}」的整理副本</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln 个账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) ready</source>
        <translation>
            <numerusform>%Ln 个账号已就绪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) ready</source>
        <translation>
            <numerusform>%Ln 台设备已就绪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat(s), each counted once</source>
        <translation>
            <numerusform>%Ln 个重复，各只计一次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cleaned</source>
        <translation>
            <numerusform>已整理 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) don&apos;t look like the chosen account type: send them as they are</source>
        <translation>
            <numerusform>%Ln 行不像所选的账号类型：原样发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>已去掉 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) look as if Excel had changed a number (1.38E+10): send them as they are</source>
        <translation>
            <numerusform>%Ln 行的号码像是被 Excel 改变了（1.38E+10）：原样发送</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;given after upload&gt;</source>
        <translation>&lt;上传后给出&gt;</translation>
    </message>
    <message>
        <source>A quote without its other half</source>
        <translation>引号没有成对</translation>
    </message>
    <message>
        <source>Accounts, type “{0}”</source>
        <translation>账号，类型「{0}」</translation>
    </message>
    <message>
        <source>An empty row</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>An invisible character inside</source>
        <translation>中间有看不见的字符</translation>
    </message>
    <message>
        <source>An invisible character inside ({0})</source>
        <translation>中间有看不见的字符（{0}）</translation>
    </message>
    <message>
        <source>Ask whoever made the file to save it again.</source>
        <translation>让制作文件的人重新保存一份。</translation>
    </message>
    <message>
        <source>Better: in Excel, set the column to “Text” before you paste the numbers, then save as CSV again.</source>
        <translation>更好的办法：在 Excel 中先把该列设为「文本」再粘贴号码，然后重新存为 CSV。</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>不能使用</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Choose a file with one account per row.</source>
        <translation>选择每行一个账号的文件。</translation>
    </message>
    <message>
        <source>Choose another name; nothing is ever overwritten.</source>
        <translation>换个名字；程序不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>Choose the column with the accounts.</source>
        <translation>选择账号所在的列。</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>重新选择文件。</translation>
    </message>
    <message>
        <source>Choose the file itself.</source>
        <translation>选择文件本身。</translation>
    </message>
    <message>
        <source>Convert from UTF-16 to UTF-8</source>
        <translation>从 UTF-16 转换为 UTF-8</translation>
    </message>
    <message>
        <source>Convert from {0} to UTF-8</source>
        <translation>从 {0} 转换为 UTF-8</translation>
    </message>
    <message>
        <source>Copy is gone</source>
        <translation>副本已不在</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Divide it into several files, or choose it as a .zip.</source>
        <translation>分成几个文件，或打包成 ZIP 再选择。</translation>
    </message>
    <message>
        <source>Divide them into smaller ones.</source>
        <translation>分成更小的名单。</translation>
    </message>
    <message>
        <source>Doesn&apos;t look like the chosen account type</source>
        <translation>不像所选的账号类型</translation>
    </message>
    <message>
        <source>Drop one .txt, .csv or .zip file from this computer.</source>
        <translation>拖入本机上的一个 TXT、CSV 或 ZIP 文件。</translation>
    </message>
    <message>
        <source>Give the list a plain name and pack it again.</source>
        <translation>给名单起个普通的名字后重新打包。</translation>
    </message>
    <message>
        <source>In quotes</source>
        <translation>带引号</translation>
    </message>
    <message>
        <source>Inside: {0}.</source>
        <translation>其中有：{0}。</translation>
    </message>
    <message>
        <source>It is row {0}.</source>
        <translation>在第 {0} 行。</translation>
    </message>
    <message>
        <source>Keep only the column with the accounts</source>
        <translation>只保留账号所在的列</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln empty row(s)</source>
        <translation>
            <numerusform>去掉 %Ln 个空行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln repeat(s)</source>
        <translation>
            <numerusform>去掉 %Ln 个重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln row(s) of a wrong length</source>
        <translation>
            <numerusform>去掉长度不符的 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln row(s) that don&apos;t fit the type</source>
        <translation>
            <numerusform>去掉类型不符的 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out row 1, which looks like a heading</source>
        <translation>去掉第 1 行（像是标题）</translation>
    </message>
    <message>
        <source>Line ends of Windows were made plain in the copy that is sent.</source>
        <translation>用于发送的副本已把 Windows 换行改为普通换行。</translation>
    </message>
    <message>
        <source>Look whether this is the right file.</source>
        <translation>检查是否选对了文件。</translation>
    </message>
    <message>
        <source>Look whether you may open it and whether its drive is connected.</source>
        <translation>检查是否有权打开它，所在的磁盘是否已连接。</translation>
    </message>
    <message>
        <source>Make all line ends the same</source>
        <translation>统一换行</translation>
    </message>
    <message>
        <source>Make it again without a password.</source>
        <translation>重新打包，不设密码。</translation>
    </message>
    <message>
        <source>Make some room, then choose the file again.</source>
        <translation>腾出空间后重新选择文件。</translation>
    </message>
    <message>
        <source>Make the .zip again, with the one list in it, or choose the list itself.</source>
        <translation>重新打包 ZIP，只放这一个名单；或直接选择名单文件。</translation>
    </message>
    <message>
        <source>Mend the rows below, or save it again as a .txt file.</source>
        <translation>修改下列各行，或另存为 TXT 文件。</translation>
    </message>
    <message>
        <source>More than one column</source>
        <translation>不止一列</translation>
    </message>
    <message>
        <source>Needs a clean copy</source>
        <translation>需要整理</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <translation>待回答</translation>
    </message>
    <message>
        <source>No row is 2 to 100 characters long.</source>
        <translation>没有一行是 2 到 100 个字符。</translation>
    </message>
    <message>
        <source>Not 36 characters long, as a device ID is</source>
        <translation>不是 36 个字符，设备标识应为 36 个字符</translation>
    </message>
    <message>
        <source>Nothing was kept and nothing was changed.</source>
        <translation>没有保留也没有修改任何内容。</translation>
    </message>
    <message>
        <source>One question before this list can be sent.</source>
        <translation>发送前还有一个问题需要回答。</translation>
    </message>
    <message>
        <source>One row is far too long to be an account.</source>
        <translation>有一行过长，不可能是账号。</translation>
    </message>
    <message>
        <source>Pack the .zip anew, with only the list in it</source>
        <translation>重新打包 ZIP，只放名单</translation>
    </message>
    <message>
        <source>Put one account on each row and choose the file again.</source>
        <translation>改为每行一个账号后重新选择文件。</translation>
    </message>
    <message>
        <source>Put {0} before numbers that have no country code</source>
        <translation>给没有国家码的号码加上 {0}</translation>
    </message>
    <message>
        <source>Quotes are opened in this file and never closed.</source>
        <translation>文件中有未闭合的引号。</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Reading the file… {0} %</source>
        <translation>正在读取文件… {0}%</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>Rename it: at most 100 characters, without quotes, and no dot or space at its end.</source>
        <translation>改个名字：最多 100 个字符，不含引号，末尾没有点或空格。</translation>
    </message>
    <message>
        <source>Row 1 is an account, not a heading: keep it</source>
        <translation>第 1 行是账号而不是标题：保留</translation>
    </message>
    <message>
        <source>Save it as an ordinary .zip.</source>
        <translation>另存为普通的 ZIP。</translation>
    </message>
    <message>
        <source>Save it as text in UTF-8 and choose it again.</source>
        <translation>另存为 UTF-8 文本后重新选择。</translation>
    </message>
    <message>
        <source>Save the list as a .txt or .csv file, one account per row, and choose that.</source>
        <translation>把名单另存为 TXT 或 CSV 文件，每行一个账号，再选择它。</translation>
    </message>
    <message>
        <source>Some accounts begin with = or @; they stay as they are.</source>
        <translation>有些账号以 = 或 @ 开头，保持原样。</translation>
    </message>
    <message>
        <source>Some accounts hold accents written in two parts; they stay as they are.</source>
        <translation>有些账号的带音调字母由两部分组成，保持原样。</translation>
    </message>
    <message>
        <source>Some accounts hold emoji; TPNS may count their length in another way.</source>
        <translation>有些账号含表情符号，TPNS 计算长度的方式可能不同。</translation>
    </message>
    <message>
        <source>Spaces around it</source>
        <translation>前后有空格</translation>
    </message>
    <message>
        <source>TPNS can&apos;t take a file of this name.</source>
        <translation>TPNS 不接受这样的文件名。</translation>
    </message>
    <message>
        <source>TPNS can&apos;t take the name of the file inside the .zip.</source>
        <translation>TPNS 不接受 ZIP 内的文件名。</translation>
    </message>
    <message numerus="yes">
        <source>Take away a comma at the end of %Ln row(s)</source>
        <translation>
            <numerusform>去掉 %Ln 行末尾的逗号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away quotes around %Ln account(s)</source>
        <translation>
            <numerusform>去掉 %Ln 个账号的引号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away spaces around %Ln account(s)</source>
        <translation>
            <numerusform>去掉 %Ln 个账号前后的空格</numerusform>
        </translation>
    </message>
    <message>
        <source>Take away the invisible mark at the beginning</source>
        <translation>去掉开头看不见的标记</translation>
    </message>
    <message>
        <source>Take away the line for Excel at the beginning (sep=)</source>
        <translation>去掉开头给 Excel 的一行（sep=）</translation>
    </message>
    <message>
        <source>Take them out in the rows below, then choose the file again.</source>
        <translation>去掉下列各行中的这些字符后重新选择文件。</translation>
    </message>
    <message>
        <source>The .zip has the form for files over 4 GB.</source>
        <translation>ZIP 采用 4 GB 以上文件的格式。</translation>
    </message>
    <message>
        <source>The .zip holds a folder where the list should be.</source>
        <translation>ZIP 内应为名单处是文件夹。</translation>
    </message>
    <message>
        <source>The .zip holds a link instead of a list.</source>
        <translation>ZIP 内是链接而不是名单。</translation>
    </message>
    <message>
        <source>The .zip holds more than one file.</source>
        <translation>ZIP 内不止一个文件。</translation>
    </message>
    <message>
        <source>The .zip is empty.</source>
        <translation>ZIP 是空的。</translation>
    </message>
    <message>
        <source>The .zip is locked with a password.</source>
        <translation>ZIP 有密码。</translation>
    </message>
    <message>
        <source>The .zip is one part of several.</source>
        <translation>这是分卷 ZIP 的其中一卷。</translation>
    </message>
    <message>
        <source>The .zip is packed in a way that TPNS can&apos;t read.</source>
        <translation>ZIP 的压缩方式 TPNS 无法读取。</translation>
    </message>
    <message>
        <source>The checked copy of this list is gone. Choose the file again.</source>
        <translation>检查过的副本已不在，重新选择文件。</translation>
    </message>
    <message>
        <source>The commas or semicolons belong to the accounts: this is not a table</source>
        <translation>逗号或分号是账号的一部分：这不是表格</translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>本机磁盘已满。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>读取时文件被修改。</translation>
    </message>
    <message>
        <source>The file holds bytes that no text has.</source>
        <translation>文件含有文本中不会出现的字节。</translation>
    </message>
    <message>
        <source>The file inside the .zip is no .txt or .csv file.</source>
        <translation>ZIP 内的文件不是 TXT 或 CSV。</translation>
    </message>
    <message>
        <source>The file is a little over 100 million bytes; TPNS may refuse it.</source>
        <translation>文件略超过 1 亿字节，TPNS 可能拒绝。</translation>
    </message>
    <message>
        <source>The file is damaged, or could not be understood.</source>
        <translation>文件已损坏，或无法识别。</translation>
    </message>
    <message>
        <source>The file is larger than 100 MB, the most that TPNS takes.</source>
        <translation>文件超过 100 MB，这是 TPNS 的上限。</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>文件已不在原处。</translation>
    </message>
    <message>
        <source>The list is no longer on this computer.</source>
        <translation>名单已不在本机。</translation>
    </message>
    <message>
        <source>The name of the file inside the .zip is written in an older way.</source>
        <translation>ZIP 内的文件名采用较旧的写法。</translation>
    </message>
    <message>
        <source>The original file changed or is gone since. What is sent is the copy that was checked.</source>
        <translation>原文件之后被修改或已不在；发送的是检查过的副本。</translation>
    </message>
    <message>
        <source>The parts of the .zip do not fit together.</source>
        <translation>ZIP 的各部分对不上。</translation>
    </message>
    <message>
        <source>The text is UTF-32, which can&apos;t be converted here.</source>
        <translation>文本是 UTF-32，这里无法转换。</translation>
    </message>
    <message>
        <source>The text is in an encoding that can&apos;t be converted here.</source>
        <translation>文本的编码在这里无法转换。</translation>
    </message>
    <message>
        <source>The text is neither UTF-8 nor GBK.</source>
        <translation>文本既不是 UTF-8 也不是 GBK。</translation>
    </message>
    <message>
        <source>The text seems to be UTF-16 (“Unicode”) without its mark.</source>
        <translation>文本像是没有标记的 UTF-16（「Unicode」）。</translation>
    </message>
    <message>
        <source>There are invisible characters inside of accounts.</source>
        <translation>账号中间有看不见的字符。</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>There is no account in this file.</source>
        <translation>文件里没有账号。</translation>
    </message>
    <message>
        <source>There is something behind the end of the .zip.</source>
        <translation>ZIP 末尾之后还有其他内容。</translation>
    </message>
    <message>
        <source>These are several files.</source>
        <translation>这是多个文件。</translation>
    </message>
    <message>
        <source>These lists have too many rows to be compared.</source>
        <translation>名单行数过多，无法比较。</translation>
    </message>
    <message>
        <source>This is a .zip file under another name.</source>
        <translation>这是换了名字的 ZIP 文件。</translation>
    </message>
    <message>
        <source>This is a 7z archive, whatever its name says.</source>
        <translation>这其实是 7z 压缩包，与文件名不符。</translation>
    </message>
    <message>
        <source>This is a PDF, whatever its name says.</source>
        <translation>这其实是 PDF，与文件名不符。</translation>
    </message>
    <message>
        <source>This is a RAR archive, whatever its name says.</source>
        <translation>这其实是 RAR 压缩包，与文件名不符。</translation>
    </message>
    <message>
        <source>This is a link or a shortcut to a file.</source>
        <translation>这是文件的链接或快捷方式。</translation>
    </message>
    <message>
        <source>This is a table with several columns.</source>
        <translation>这是有多列的表格。</translation>
    </message>
    <message>
        <source>This is an Excel workbook, whatever its name says.</source>
        <translation>这其实是 Excel 工作簿，与文件名不符。</translation>
    </message>
    <message>
        <source>This is an old Excel workbook, whatever its name says.</source>
        <translation>这其实是旧版 Excel 工作簿，与文件名不符。</translation>
    </message>
    <message>
        <source>This is no ordinary .zip file.</source>
        <translation>这不是普通的 ZIP 文件。</translation>
    </message>
    <message>
        <source>This is no text file, whatever its name says.</source>
        <translation>这不是文本文件，与文件名不符。</translation>
    </message>
    <message>
        <source>This is not a .txt, .csv or .zip file.</source>
        <translation>这不是 TXT、CSV 或 ZIP 文件。</translation>
    </message>
    <message>
        <source>This is not a file on this computer.</source>
        <translation>这不是本机上的文件。</translation>
    </message>
    <message>
        <source>This is packed with gzip, whatever its name says.</source>
        <translation>这其实是 gzip 压缩文件，与文件名不符。</translation>
    </message>
    <message>
        <source>This list can&apos;t be sent as it is. A clean copy can.</source>
        <translation>这个名单不能原样发送，整理后的副本可以。</translation>
    </message>
    <message>
        <source>Too many rows to look for repeats.</source>
        <translation>行数过多，未查找重复。</translation>
    </message>
    <message>
        <source>Too short or too long: 2 to 100 characters</source>
        <translation>过短或过长：应为 2 到 100 个字符</translation>
    </message>
    <message>
        <source>Unpacked, the list is over 100 MB; TPNS may refuse it.</source>
        <translation>解压后名单超过 100 MB，TPNS 可能拒绝。</translation>
    </message>
    <message>
        <source>Unpacked, this .zip would be far too large.</source>
        <translation>这个 ZIP 解压后会过大。</translation>
    </message>
    <message>
        <source>Uploading your list… No push has been requested yet.</source>
        <translation>正在上传名单… 尚未推送。</translation>
    </message>
    <message>
        <source>Uploading your list… {0} %. No push has been requested yet.</source>
        <translation>正在上传名单… {0}%。尚未推送。</translation>
    </message>
    <message>
        <source>Wait until nobody writes to it, then choose it again.</source>
        <translation>等没有程序写入它之后再重新选择。</translation>
    </message>
    <message>
        <source>Your file is never changed. What is mended goes to a copy.</source>
        <translation>原文件不会被修改，修复后的内容存入副本。</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>还有 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>checked {0}</source>
        <translation>检查于 {0}</translation>
    </message>
    <message>
        <source>saved as UTF-8 copy</source>
        <translation>已存为 UTF-8 副本</translation>
    </message>
    <message>
        <source>saved as a copy</source>
        <translation>已存为副本</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>每秒 {0}</translation>
    </message>
    <message>
        <source>{0} — {1}, {2}</source>
        <translation>{0} — {1}，{2}</translation>
    </message>
</context>
<context>
    <name>ListsModel</name>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查时间</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>ListsScreen</name>
    <message numerus="yes">
        <source>%Ln list(s)</source>
        <translation>
            <numerusform>%Ln 份名单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem row(s) saved</source>
        <translation>
            <numerusform>已保存 %Ln 行有问题的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>添加名单</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Check again…</source>
        <translation>重新检查…</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>与名单比较…</translation>
    </message>
    <message>
        <source>Enter writes a push to a list, Delete removes it, the menu key offers more</source>
        <translation>按回车键给名单写推送，按 Delete 键移除，按菜单键查看更多操作</translation>
    </message>
    <message>
        <source>Find accounts…</source>
        <translation>查找账号…</translation>
    </message>
    <message>
        <source>Find in name or kind</source>
        <translation>按名称或内容查找</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.zip)</source>
        <translation>名单 (*.txt *.csv *.zip)</translation>
    </message>
    <message>
        <source>Lists (*{0})</source>
        <translation>名单 (*{0})</translation>
    </message>
    <message>
        <source>Make a list from pasted accounts</source>
        <translation>用粘贴的账号新建名单</translation>
    </message>
    <message>
        <source>No list has these words in its name or kind.</source>
        <translation>没有名称或内容包含这些文字的名单。</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>还没有名单</translation>
    </message>
    <message>
        <source>One account per row, in a .txt, .csv or .zip file.</source>
        <translation>TXT、CSV 或 ZIP 文件，每行一个账号。</translation>
    </message>
    <message>
        <source>Paste accounts…</source>
        <translation>粘贴账号…</translation>
    </message>
    <message>
        <source>Push to this list</source>
        <translation>推送给这份名单</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Save a clean copy…</source>
        <translation>保存整理副本…</translation>
    </message>
    <message>
        <source>Save problem rows…</source>
        <translation>保存有问题的行…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>That could not be done, and nothing was changed. Try it again.</source>
        <translation>操作没有完成，也没有改动任何内容，可以再试一次。</translation>
    </message>
    <message>
        <source>Where to save the clean copy</source>
        <translation>把整理副本保存在哪里</translation>
    </message>
    <message>
        <source>Where to save the problem rows</source>
        <translation>把有问题的行保存在哪里</translation>
    </message>
    <message>
        <source>{0} (problem rows)</source>
        <translation>{0}（有问题的行）</translation>
    </message>
    <message>
        <source>“{0}” was removed. Your own file is as it was.</source>
        <translation>已移除「{0}」，你自己的文件没有改动。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>App and environment</source>
        <translation>应用和环境</translation>
    </message>
    <message>
        <source>App: {0}</source>
        <translation>应用：{0}</translation>
    </message>
    <message>
        <source>Connect another app…</source>
        <translation>连接其他应用…</translation>
    </message>
    <message>
        <source>○ Offline</source>
        <translation>○ 离线</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● 已连接</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Open a page in the app</source>
        <translation>打开应用内页面</translation>
    </message>
    <message>
        <source>Open a web page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Open the app</source>
        <translation>打开应用</translation>
    </message>
    <message>
        <source>What they see on the phone</source>
        <translation>对方在手机上看到的内容</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 个字符</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Cancel</source>
        <translation>取消发送</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>新建推送</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>A key that {0} needs no more may still be in this computer&apos;s password store. Remove it there.</source>
        <translation>{0} 不再需要的密钥可能仍在这台电脑的密码库中，请到那里删除。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Its keys, drafts and plans are removed here. What was sent stays in the list of sent pushes, and nothing changes in TPNS.</source>
        <translation>它的密钥、草稿和推送计划会从这里移除。已发送的仍保留在「推送记录」中，TPNS 上没有任何变化。</translation>
    </message>
    <message>
        <source>Lists &amp; tags</source>
        <translation>名单与标签</translation>
    </message>
    <message>
        <source>On hold: “{0}” to {1}. No push has been requested yet.</source>
        <translation>待发出：「{0}」→ {1}。尚未推送。</translation>
    </message>
    <message>
        <source>On hold: “{0}” to {1}. Nothing has left this computer yet.</source>
        <translation>待发出：「{0}」，应用「{1}」。尚未离开本机。</translation>
    </message>
    <message>
        <source>Practice could not be opened. {0}</source>
        <translation>无法打开演练。{0}</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除「{0}」</translation>
    </message>
    <message>
        <source>Remove {0} from this computer?</source>
        <translation>从这台电脑移除「{0}」？</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>推送结果</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>推送记录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Starting the practice service…</source>
        <translation>正在启动演练服务…</translation>
    </message>
    <message>
        <source>The data on this computer could not be read or written.</source>
        <translation>这台电脑上的数据无法读取或写入。</translation>
    </message>
    <message>
        <source>The draft of this push was removed. Its title and text stand on this page to be copied.</source>
        <translation>这条推送的草稿已被删除。标题和正文仍在本页，可以复制。</translation>
    </message>
    <message>
        <source>The practice service did not start. Close the program and open it again.</source>
        <translation>演练服务没有启动。请关闭程序后重新打开。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>{0} was removed, but its keys may still be in this computer&apos;s password store. Remove them there.</source>
        <translation>「{0}」已移除，但密钥可能仍在这台电脑的系统密码库中。请到那里删除。</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>A certificate in this file cannot be read. Ask for a new copy.</source>
        <translation>文件里有证书无法读取，请索取新的文件。</translation>
    </message>
    <message>
        <source>A user name has no colon in it.</source>
        <translation>用户名里不能有冒号。</translation>
    </message>
    <message>
        <source>Address or user changed. Type the password again; the stored one is not shown to another proxy.</source>
        <translation>地址或用户名已更改，请重新输入密码；已保存的密码不会给另一个代理。</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s address, such as proxy.example.com:8080.</source>
        <translation>填写代理地址，例如 proxy.example.com:8080。</translation>
    </message>
    <message>
        <source>Leave user and password out of the address; they have their own fields.</source>
        <translation>地址里不要写用户名和密码，它们有各自的输入框。</translation>
    </message>
    <message>
        <source>Only HTTP proxies can be used. Enter host and port, without https://.</source>
        <translation>只能使用 HTTP 代理。填写主机和端口，不带 https://。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>The file is too large to be a file of certificates.</source>
        <translation>文件太大，不像证书文件。</translation>
    </message>
    <message>
        <source>The file may not be read.</source>
        <translation>文件无法读取。</translation>
    </message>
    <message>
        <source>The password needs a user name.</source>
        <translation>有密码就需要用户名。</translation>
    </message>
    <message>
        <source>The port is missing or too large. It stands after a colon, such as :8080.</source>
        <translation>缺少端口或端口过大。端口写在冒号后面，例如「:8080」。</translation>
    </message>
    <message>
        <source>There is an invisible character inside.</source>
        <translation>其中有不可见字符。</translation>
    </message>
    <message>
        <source>There is no certificate in PEM form in this file.</source>
        <translation>文件里没有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>This certificate belongs to a single server. Ask for that of the authority.</source>
        <translation>这是单台服务器的证书，请索取颁发机构的证书。</translation>
    </message>
    <message>
        <source>This is a PAC script, which this program does not read. The script names a proxy: enter that one&apos;s address.</source>
        <translation>这是 PAC 脚本，本程序不读取。脚本里写有代理，请填写那个代理的地址。</translation>
    </message>
    <message>
        <source>This is not an address of the form host:port.</source>
        <translation>不是「host:port」形式的地址。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>This program does not speak SOCKS. Ask for the address of an HTTP proxy.</source>
        <translation>本程序不支持 SOCKS，请询问 HTTP 代理的地址。</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Extra certificates, where a company looks into connections</source>
        <translation>额外的证书（公司会检查网络连接时使用）</translation>
    </message>
    <message>
        <source>Forget the password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>HTTP proxies only. A PAC script is not read and SOCKS is not spoken: choose “This one” and enter the proxy that the script names.</source>
        <translation>仅支持 HTTP 代理。不读取 PAC 脚本，也不支持 SOCKS：选择「使用此代理」，填写脚本中的代理。</translation>
    </message>
    <message>
        <source>How TPNS is reached from this computer. Practice never leaves it.</source>
        <translation>这台电脑如何连接 TPNS。演练不会离开这台电脑。</translation>
    </message>
    <message>
        <source>It was kept until the program was closed. Enter it again.</source>
        <translation>密码只保留到程序关闭为止，请重新输入。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>None. The certificates of this computer are used.</source>
        <translation>无。使用这台电脑的证书。</translation>
    </message>
    <message>
        <source>Nothing was saved; see above.</source>
        <translation>没有保存，请看上方。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the file {0}</source>
        <translation>移除文件 {0}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the network settings</source>
        <translation>保存网络设置</translation>
    </message>
    <message>
        <source>Saved. It counts from the next connection on.</source>
        <translation>已保存，从下一次连接起生效。</translation>
    </message>
    <message>
        <source>Saved. The password is kept until you close the program; it is never written to a file.</source>
        <translation>已保存。密码只保留到你关闭程序为止，不会写入文件。</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>已保存；留空则保持不变</translation>
    </message>
    <message>
        <source>The disk refused: this counts until you close the program.</source>
        <translation>磁盘拒绝写入：设置只在关闭程序之前有效。</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用此代理</translation>
    </message>
    <message>
        <source>User, if it asks for one</source>
        <translation>用户名（如需要）</translation>
    </message>
</context>
<context>
    <name>NewPlanDialog</name>
    <message>
        <source>Create the plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建推送计划</translation>
    </message>
    <message>
        <source>Up to {0} characters; above {1} some pages of TPNS cut it.</source>
        <translation>最多 {0} 个字符；超过 {1} 个时，TPNS 的部分页面会截断。</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途说明</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln push(es) had not left when the program ended; nothing is sent by itself.</source>
        <translation>
            <numerusform>程序结束时有 %Ln 条推送尚未发出；程序不会自行发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) have no answer yet and may have gone out. Check before you send again.</source>
        <translation>
            <numerusform>有 %Ln 条推送尚未收到应答，可能已经发出。再次发送前请先查询。</numerusform>
        </translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>我已知晓</translation>
    </message>
    <message>
        <source>No app is connected in this backup. Connect yours again below.</source>
        <translation>此备份中没有已连接的应用。请在下方重新连接你的应用。</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Something went wrong in the program (code {0}). Your text is kept. If it happens again, save a report and send it to support.</source>
        <translation>程序出了问题（代码 {0}）。你输入的内容已保留。如果再次出现，请保存报告并发给支持人员。</translation>
    </message>
    <message>
        <source>The disk is full. Your text stays on the screen and is saved as soon as there is room. Until then nothing can be sent.</source>
        <translation>磁盘已满。你输入的内容仍在屏幕上，有空间后会立即保存；在此之前不能发送。</translation>
    </message>
    <message>
        <source>You work with {0} now: the app that was open last is not in this history. Others are in the list above.</source>
        <translation>你现在使用的是 {0}：上次打开的应用不在此历史记录中。其他应用在上方的列表中。</translation>
    </message>
    <message>
        <source>Your draft could not be saved: the disk refused. The text stays on the screen, and saving is tried again every few seconds.</source>
        <translation>草稿未能保存：磁盘拒绝写入。内容仍在屏幕上，程序每隔几秒会再次尝试保存。</translation>
    </message>
    <message>
        <source>Your settings could not be saved: {0} cannot be written. They count until you close the program. Allow writing to the file and its folder, then choose again.</source>
        <translation>无法保存你的设置：{0} 无法写入。这些设置在关闭程序前有效。请允许写入该文件及其文件夹，然后重新选择。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more not sent</source>
        <translation>
            <numerusform>还有 %Ln 条未发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more to check</source>
        <translation>
            <numerusform>还有 %Ln 条待查询</numerusform>
        </translation>
    </message>
    <message>
        <source>{2} · “{0}” – {1}: check whether it went out</source>
        <translation>{2} · 「{0}」– {1}：查询是否已推送</translation>
    </message>
    <message>
        <source>{2} · “{0}” – {1}: not sent, confirm again</source>
        <translation>{2} · 「{0}」– {1}：未发送，请重新确认</translation>
    </message>
    <message>
        <source>“{0}” to {1} was on hold and was taken back, because the app was removed. It was not sent.</source>
        <translation>发往 {1} 的「{0}」原本待发出，因为该应用已移除而撤回，没有发送。</translation>
    </message>
    <message>
        <source>“{0}” to {1} was on hold and was taken back, because you went to another app. It was not sent; its text is among the drafts.</source>
        <translation>发给 {1} 的「{0}」正在待发出，因为你切换到了另一个应用，已被撤回。它没有发送，内容在草稿中。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Storage</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Accounts, one per line</source>
        <translation>账号，每行一个</translation>
    </message>
    <message>
        <source>Give the list a name, so that you find it again.</source>
        <translation>给名单起个名称，方便以后查找。</translation>
    </message>
    <message>
        <source>Make a list from pasted accounts</source>
        <translation>用粘贴的账号新建名单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Paste at least one account.</source>
        <translation>请至少粘贴一个账号。</translation>
    </message>
    <message>
        <source>Save and check…</source>
        <translation>保存并检查…</translation>
    </message>
    <message>
        <source>The rows go into a text file that you keep; the list is made from it.</source>
        <translation>内容会存为由你保管的文本文件，名单由它生成。</translation>
    </message>
</context>
<context>
    <name>PhonePart</name>
    <message>
        <source>JSON that will be sent</source>
        <translation>将要发送的 JSON</translation>
    </message>
    <message>
        <source>Phone to show</source>
        <translation>显示哪种手机</translation>
    </message>
    <message>
        <source>SMS after {0} if the push doesn&apos;t get through</source>
        <translation>推送未触达时，{0}后补发短信</translation>
    </message>
</context>
<context>
    <name>PhoneView</name>
    <message>
        <source>Lock screen, {0}</source>
        <translation>{0} 锁屏</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Text message: {0}</source>
        <translation>短信：{0}</translation>
    </message>
    <message>
        <source>Text: {0}</source>
        <translation>正文：{0}</translation>
    </message>
    <message>
        <source>The text is cut after {0} characters</source>
        <translation>正文在第 {0} 个字符后截断</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title: {0}</source>
        <translation>标题：{0}</translation>
    </message>
    <message>
        <source>Wednesday, 11 November</source>
        <translation>11月11日 星期三</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>✂ cut here</source>
        <translation>✂ 此处截断</translation>
    </message>
</context>
<context>
    <name>PhonesCard</name>
    <message>
        <source>On the lock screen</source>
        <translation>锁屏上的样子</translation>
    </message>
    <message>
        <source>SMS after {0} if the push doesn&apos;t get through</source>
        <translation>推送未触达时，{0}后补发短信</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Add one I already have…</source>
        <translation>添加已有计划…</translation>
    </message>
    <message>
        <source>Default plan</source>
        <translation>默认计划</translation>
    </message>
    <message>
        <source>Group this push with others</source>
        <translation>与其他推送归为一组</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新建计划…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>A plan ID is a number: digits only.</source>
        <translation>推送计划 ID 只含数字。</translation>
    </message>
    <message>
        <source>Enter at least one plan ID.</source>
        <translation>请至少填写一个推送计划 ID。</translation>
    </message>
    <message>
        <source>Give the plan a name.</source>
        <translation>请填写推送计划的名称。</translation>
    </message>
    <message>
        <source>One character is incomplete. Type it again.</source>
        <translation>有一个字符不完整，请重新输入。</translation>
    </message>
    <message>
        <source>Say in a few words what it is for.</source>
        <translation>请简单说明用途。</translation>
    </message>
    <message>
        <source>The app&apos;s Secret Key is not at hand.</source>
        <translation>找不到此应用的 Secret Key。</translation>
    </message>
    <message>
        <source>The connection broke after the request. The plan may exist: look in the TPNS console before you try again.</source>
        <translation>请求发出后连接中断，推送计划可能已经建成。再试之前，请先到 TPNS 控制台查看。</translation>
    </message>
    <message>
        <source>The description is too long. Shorten it.</source>
        <translation>说明太长，请缩短。</translation>
    </message>
    <message>
        <source>The name is too long. Shorten it.</source>
        <translation>名称太长，请缩短。</translation>
    </message>
    <message>
        <source>The plan could not be saved. Nothing else was changed.</source>
        <translation>推送计划未能保存，其他内容没有变化。</translation>
    </message>
    <message>
        <source>The service could not be reached. No plan was made; try again later.</source>
        <translation>无法连接服务，没有新建推送计划。请稍后再试。</translation>
    </message>
</context>
<context>
    <name>Plate</name>
    <message>
        <source>■ LIVE</source>
        <translation>■ 正式</translation>
    </message>
    <message>
        <source>△ iOS TEST</source>
        <translation>△ iOS 开发环境</translation>
    </message>
    <message>
        <source>◇ PRACTICE</source>
        <translation>◇ 演练</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checks {0}</source>
        <translation>检查 {0}</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Rows with a problem</source>
        <translation>有问题的行</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>Among them</source>
        <translation>其中有</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>If the upload fails, nothing is sent</source>
        <translation>上传未完成则不会发送</translation>
    </message>
    <message>
        <source>Keep trying for</source>
        <translation>离线保留</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>On</source>
        <translation>设备范围</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>The checked copy is what is sent, whatever becomes of the file</source>
        <translation>发送的是检查过的副本，与文件之后的变化无关</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>推送给</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>When tapped</source>
        <translation>点击后</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A practice service&apos;s key may not go to the real service.</source>
        <translation>演练服务的密钥不能发往正式服务。</translation>
    </message>
    <message>
        <source>A real push may not go to the practice service&apos;s address.</source>
        <translation>正式推送不能发往演练服务的地址。</translation>
    </message>
    <message>
        <source>A step inside this program went wrong.</source>
        <translation>本程序内部有一步出错。</translation>
    </message>
    <message>
        <source>An earlier push with the same text to the same people is not settled yet. You find it under Sent.</source>
        <translation>此前一条内容和对象都相同的推送还没有结果，可在推送记录中找到。</translation>
    </message>
    <message>
        <source>Another program kept the history file busy for too long.</source>
        <translation>另一个程序占用记录文件的时间过长。</translation>
    </message>
    <message>
        <source>Ask a developer to renew it in the TPNS console.</source>
        <translation>请开发人员在 TPNS 控制台更新证书。</translation>
    </message>
    <message>
        <source>Buy or renew it in the TPNS console, then send again.</source>
        <translation>请到 TPNS 控制台购买或续费，再重新发送。</translation>
    </message>
    <message>
        <source>Buy them in the TPNS console, then send again.</source>
        <translation>请到 TPNS 控制台购买，再重新发送。</translation>
    </message>
    <message>
        <source>Change title or text and review the push again.</source>
        <translation>请修改标题或正文后重新核对。</translation>
    </message>
    <message>
        <source>Check the accounts and their type: no phone is bound to them.</source>
        <translation>请检查账号及其类型：没有手机与它们绑定。</translation>
    </message>
    <message>
        <source>Check the device tokens: one may be mistyped or from another app.</source>
        <translation>请检查设备 Token：可能有输错的，或属于其他应用的。</translation>
    </message>
    <message>
        <source>Check them: they may be mistyped or from another app.</source>
        <translation>请检查：可能输错了，或属于其他应用。</translation>
    </message>
    <message>
        <source>Choose a list with at least one row.</source>
        <translation>请选择至少有一行的名单。</translation>
    </message>
    <message>
        <source>Connect the app again in Settings with the keys and the region of the TPNS console.</source>
        <translation>请到「设置」中按 TPNS 控制台上的密钥和接入点重新连接应用。</translation>
    </message>
    <message>
        <source>No connection to the service could be made.</source>
        <translation>无法连接服务。</translation>
    </message>
    <message>
        <source>No secure connection to the service could be made.</source>
        <translation>无法与服务建立安全连接。</translation>
    </message>
    <message>
        <source>Nothing answered at the service&apos;s address.</source>
        <translation>服务地址没有响应。</translation>
    </message>
    <message>
        <source>Pick a time at least 5 minutes and at most 90 days ahead.</source>
        <translation>请选择 5 分钟后、90 天内的时间。</translation>
    </message>
    <message>
        <source>Renew them in the TPNS console, then send again.</source>
        <translation>请到 TPNS 控制台续费，再重新发送。</translation>
    </message>
    <message>
        <source>TPNS answered and said no.</source>
        <translation>TPNS 已答复，没有接受。</translation>
    </message>
    <message>
        <source>TPNS answered without a plan ID.</source>
        <translation>TPNS 的答复中没有计划 ID。</translation>
    </message>
    <message>
        <source>TPNS answered without a push ID.</source>
        <translation>TPNS 的答复中没有推送 ID。</translation>
    </message>
    <message>
        <source>TPNS answered without a usable ID for the uploaded list.</source>
        <translation>TPNS 的应答中没有可用的名单编号。</translation>
    </message>
    <message>
        <source>TPNS could not use the uploaded list.</source>
        <translation>TPNS 无法使用上传的名单。</translation>
    </message>
    <message>
        <source>TPNS doesn&apos;t accept a setting of this push.</source>
        <translation>TPNS 不接受这条推送的某项设置。</translation>
    </message>
    <message>
        <source>TPNS doesn&apos;t accept the chosen time.</source>
        <translation>TPNS 不接受所选时间。</translation>
    </message>
    <message>
        <source>TPNS doesn&apos;t know one of these devices.</source>
        <translation>其中有 TPNS 不认识的设备。</translation>
    </message>
    <message>
        <source>TPNS doesn&apos;t know these devices or accounts.</source>
        <translation>TPNS 不认识这些设备或账号。</translation>
    </message>
    <message>
        <source>TPNS found nobody to push to.</source>
        <translation>TPNS 没有找到可推送的人。</translation>
    </message>
    <message>
        <source>TPNS found nothing in the uploaded list.</source>
        <translation>TPNS 在上传的名单中没有找到任何内容。</translation>
    </message>
    <message>
        <source>TPNS refused this push.</source>
        <translation>TPNS 拒绝了这条推送。</translation>
    </message>
    <message>
        <source>TPNS was asked too often in a short time.</source>
        <translation>短时间内对 TPNS 的请求过多。</translation>
    </message>
    <message>
        <source>Tencent&apos;s content check refused the text.</source>
        <translation>内容安全审核未通过。</translation>
    </message>
    <message>
        <source>The Access ID and Secret Key don&apos;t match, or the region is wrong.</source>
        <translation>Access ID 与 Secret Key 不匹配，或接入点有误。</translation>
    </message>
    <message>
        <source>The Secret Key is in a password store that can&apos;t be reached now.</source>
        <translation>Secret Key 在当前无法访问的系统密码库中。</translation>
    </message>
    <message>
        <source>The Secret Key is in another password store than the one in use now.</source>
        <translation>Secret Key 在另一个系统密码库中，不是现在使用的这个。</translation>
    </message>
    <message>
        <source>The address of the network&apos;s proxy is not one this program can use.</source>
        <translation>网络代理的地址不可用。</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>服务的答复无法读取。</translation>
    </message>
    <message>
        <source>The app is no longer connected on this computer.</source>
        <translation>这台电脑上已不再连接此应用。</translation>
    </message>
    <message>
        <source>The app&apos;s Secret Key is not at hand.</source>
        <translation>找不到此应用的 Secret Key。</translation>
    </message>
    <message>
        <source>The app&apos;s iOS push certificate has expired.</source>
        <translation>应用的 iOS 推送证书已过期。</translation>
    </message>
    <message>
        <source>The app&apos;s keys, region or environment changed after the push was confirmed.</source>
        <translation>确认之后，应用的密钥、接入点或环境有了变化。</translation>
    </message>
    <message>
        <source>The backup that should be restored is missing or damaged.</source>
        <translation>要恢复的备份不存在或已损坏。</translation>
    </message>
    <message>
        <source>The chosen time came too near while the push was on hold.</source>
        <translation>推送待发出时，所选时间已经太近。</translation>
    </message>
    <message>
        <source>The computer slept, or its clock was changed, while the push was on hold.</source>
        <translation>推送待发出时，电脑进入睡眠或时钟被更改。</translation>
    </message>
    <message>
        <source>The confirmation was too old.</source>
        <translation>确认已过时。</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>The details below are for a developer.</source>
        <translation>下方详情供开发人员参考。</translation>
    </message>
    <message>
        <source>The details below name it. Change it and review the push again.</source>
        <translation>下方详情指出了是哪一项。请修改后重新核对。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The file of extra certificates that is set up can&apos;t be read.</source>
        <translation>所设的附加证书文件无法读取。</translation>
    </message>
    <message>
        <source>The history file can&apos;t be read any more.</source>
        <translation>历史记录文件已无法读取。</translation>
    </message>
    <message>
        <source>The history file can&apos;t be written.</source>
        <translation>无法写入历史记录文件。</translation>
    </message>
    <message>
        <source>The history file is gone from its place on this computer.</source>
        <translation>记录文件已不在本机原来的位置。</translation>
    </message>
    <message>
        <source>The history file is on a network drive, where it can&apos;t be kept safely.</source>
        <translation>记录文件在网络磁盘上，无法安全保存。</translation>
    </message>
    <message>
        <source>The history file on this computer could not be read or written.</source>
        <translation>本机的记录文件无法读取或写入。</translation>
    </message>
    <message>
        <source>The history file on this computer could not be used at that moment.</source>
        <translation>本机的记录文件当时无法使用。</translation>
    </message>
    <message>
        <source>The history file on this computer is damaged.</source>
        <translation>本机的记录文件已损坏。</translation>
    </message>
    <message>
        <source>The history file was written by a newer version of the program.</source>
        <translation>历史记录文件由较新版本的程序写入。</translation>
    </message>
    <message>
        <source>The list could not be uploaded.</source>
        <translation>名单无法上传。</translation>
    </message>
    <message>
        <source>The list of pushes at the service could not be read to its end.</source>
        <translation>服务端的推送列表没能读完。</translation>
    </message>
    <message>
        <source>The list was not uploaded.</source>
        <translation>名单没有上传。</translation>
    </message>
    <message>
        <source>The list&apos;s file name can&apos;t be sent as it is. Rename the file and choose it again.</source>
        <translation>名单的文件名无法原样发送。请重命名文件后重新选择。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy could not be reached.</source>
        <translation>无法连接网络代理。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let the request through.</source>
        <translation>网络代理没有放行请求。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy is of a kind this program can&apos;t use.</source>
        <translation>本程序不支持这种网络代理。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy wants a user and a password, or other ones.</source>
        <translation>网络代理需要用户名和密码，或现有的不正确。</translation>
    </message>
    <message>
        <source>The password of the network&apos;s proxy is not at hand. Enter it under Settings ▸ Network.</source>
        <translation>找不到网络代理的密码。请在「设置 ▸ 网络」中输入。</translation>
    </message>
    <message>
        <source>The practice service is not running.</source>
        <translation>演练服务没有运行。</translation>
    </message>
    <message>
        <source>The program was closed while the push was on hold.</source>
        <translation>推送待发出时，程序被关闭。</translation>
    </message>
    <message>
        <source>The push could not be written down on this computer. The disk may be full.</source>
        <translation>推送无法保存到这台电脑，磁盘可能已满。</translation>
    </message>
    <message>
        <source>The push has moved on meanwhile.</source>
        <translation>这条推送的状态已经变化。</translation>
    </message>
    <message>
        <source>The request never left this computer.</source>
        <translation>请求没有离开这台电脑。</translation>
    </message>
    <message>
        <source>The same push to the same people left while this one was on hold.</source>
        <translation>这条推送待发出期间，相同的推送已发给相同的对象。</translation>
    </message>
    <message>
        <source>The service could not be reached in time.</source>
        <translation>连接服务超时。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>服务没有及时应答。</translation>
    </message>
    <message>
        <source>The service didn&apos;t say what time it is, so its list can&apos;t be compared.</source>
        <translation>服务没有给出时间，无法核对它的推送列表。</translation>
    </message>
    <message>
        <source>The service remembers pushes for a month, and this one is older.</source>
        <translation>服务只保留一个月内的推送，这条已超过。</translation>
    </message>
    <message>
        <source>The service stopped taking the request in the middle of it.</source>
        <translation>请求发到一半，服务停止接收。</translation>
    </message>
    <message>
        <source>The service&apos;s address could not be found.</source>
        <translation>找不到服务地址。</translation>
    </message>
    <message>
        <source>The service&apos;s certificate is not trusted on this computer, has run out or belongs to somebody else.</source>
        <translation>服务的证书不受本机信任、已过期，或不属于该服务。</translation>
    </message>
    <message>
        <source>The service, or something on the way to it, answered with an error page.</source>
        <translation>服务或途中的设备返回了错误页面。</translation>
    </message>
    <message>
        <source>The stored Access ID can&apos;t be used as it is.</source>
        <translation>保存的 Access ID 无法使用。</translation>
    </message>
    <message>
        <source>The stored Secret Key can&apos;t be used as it is.</source>
        <translation>保存的 Secret Key 无法使用。</translation>
    </message>
    <message>
        <source>The stored copy of the list is gone. Choose the file again.</source>
        <translation>保存的名单副本已不在，重新选择文件。</translation>
    </message>
    <message>
        <source>The stored copy of the list is not the one that was confirmed.</source>
        <translation>保存的名单副本不是确认时的那一份。</translation>
    </message>
    <message>
        <source>The stored push is not the one that was confirmed.</source>
        <translation>保存的推送与确认时的不一致。</translation>
    </message>
    <message>
        <source>There are too many pushes of that day at the service to look through.</source>
        <translation>服务端当天的推送太多，无法逐条查找。</translation>
    </message>
    <message>
        <source>There is nothing left to ask about it.</source>
        <translation>已经没有需要查询的内容。</translation>
    </message>
    <message>
        <source>This app has no TPNS resources.</source>
        <translation>此应用没有 TPNS 资源。</translation>
    </message>
    <message>
        <source>This app has no paid TPNS package.</source>
        <translation>此应用没有购买 TPNS 套餐。</translation>
    </message>
    <message>
        <source>This app&apos;s TPNS resources have expired.</source>
        <translation>此应用的 TPNS 资源已过期。</translation>
    </message>
    <message>
        <source>This computer has no password store.</source>
        <translation>这台电脑没有系统密码库。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store could not be read.</source>
        <translation>无法读取这台电脑的系统密码库。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store did not answer.</source>
        <translation>这台电脑的系统密码库没有响应。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store is locked.</source>
        <translation>这台电脑的系统密码库已锁定。</translation>
    </message>
    <message>
        <source>This hour&apos;s questions to TPNS are used up: it answers only so many. Ask again in a while.</source>
        <translation>本小时对 TPNS 的查询次数已用完，请稍后再查。</translation>
    </message>
    <message>
        <source>This program had too many connections open at once.</source>
        <translation>本程序同时打开的连接过多。</translation>
    </message>
    <message>
        <source>This push belongs to an earlier practice service.</source>
        <translation>这条推送属于之前的演练服务。</translation>
    </message>
    <message>
        <source>This push was confirmed already.</source>
        <translation>这条推送已经确认过。</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, check the list again and look at its rows.</source>
        <translation>请再试一次。如仍出现，请重新检查名单并查看各行内容。</translation>
    </message>
    <message>
        <source>Wait a minute, then review and send the push again.</source>
        <translation>请等一分钟，再核对并发送。</translation>
    </message>
    <message>
        <source>You switched to another app while the push was on hold.</source>
        <translation>推送待发出期间切换到了另一个应用。</translation>
    </message>
    <message>
        <source>You took it back while it was on hold.</source>
        <translation>待发出时已由你取消。</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message numerus="yes">
        <source>%Ln push(es) of it not settled: without its keys they can no longer be looked up.</source>
        <translation>
            <numerusform>该应用有 %Ln 条推送结果未知：没有密钥就无法再查询。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) of it on hold will be taken back.</source>
        <translation>
            <numerusform>该应用有 %Ln 条待发出的推送，将被撤回。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message numerus="yes">
        <source>%Ln push(es) to it are not settled yet:</source>
        <translation>
            <numerusform>有 %Ln 条发给它的推送尚未有结果：</numerusform>
        </translation>
    </message>
    <message>
        <source>Its copy is kept for them until they are.</source>
        <translation>在得出结果之前，副本会为它们保留。</translation>
    </message>
    <message>
        <source>Remove the list</source>
        <translation>移除名单</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>移除「{0}」？</translation>
    </message>
    <message>
        <source>The copy that is kept here goes. The file it was made from stays where it is.</source>
        <translation>保存在本机的副本会被删除，原来的文件保留在原处。</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>A clean copy does this:</source>
        <translation>整理后的副本会：</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>选择一列</translation>
    </message>
    <message>
        <source>Column {0}: {1}</source>
        <translation>第 {0} 列：{1}</translation>
    </message>
    <message>
        <source>If you like</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>The accounts are in this column</source>
        <translation>账号在这一列</translation>
    </message>
    <message>
        <source>The first rows would then read: {0}</source>
        <translation>前几行读作：{0}</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>如何处理</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Report (*.zip)</source>
        <translation>报告 (*.zip)</translation>
    </message>
    <message>
        <source>Save a report for support</source>
        <translation>保存给支持人员的报告</translation>
    </message>
    <message>
        <source>The report could not be saved there. Choose another folder.</source>
        <translation>报告无法保存到那里。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The report is saved: {0}. Look at it before you pass it on.</source>
        <translation>报告已保存：{0}。转交前请先查看。</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>It could not be taken back. Close the program before the time is up: what is on hold then is not sent.</source>
        <translation>未能取消。请在倒计时结束前关闭程序：仍待发出的不会发送。</translation>
    </message>
    <message>
        <source>It could not be written down, so the push is still unsettled. {0}</source>
        <translation>没能记录下来，这条推送仍未确认结果。{0}</translation>
    </message>
    <message>
        <source>Too late to cancel: the request had already left.</source>
        <translation>来不及取消：请求已经发出。</translation>
    </message>
    <message>
        <source>Write another push</source>
        <translation>再写一条推送</translation>
    </message>
    <message>
        <source>plan {0}</source>
        <translation>推送计划「{0}」</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Check this computer&apos;s connection, then open the draft and review it again.</source>
        <translation>请检查这台电脑的网络，再打开草稿重新核对。</translation>
    </message>
    <message>
        <source>Connect the app again in Settings, then open the draft and review it.</source>
        <translation>请到「设置」中重新连接应用，再打开草稿核对。</translation>
    </message>
    <message>
        <source>It may have been. Don&apos;t send it again yet.</source>
        <translation>可能已经推送，请勿重复发送。</translation>
    </message>
    <message>
        <source>No. Nothing left this computer.</source>
        <translation>没有。没有任何内容离开这台电脑。</translation>
    </message>
    <message>
        <source>No. TPNS answered and did not take the push.</source>
        <translation>没有。TPNS 已答复，没有受理这条推送。</translation>
    </message>
    <message>
        <source>No. The request never left this computer.</source>
        <translation>没有。请求没有离开这台电脑。</translation>
    </message>
    <message>
        <source>TPNS answered with an error that doesn&apos;t tell whether it was sent.</source>
        <translation>TPNS 返回了错误，无法据此判断是否已推送。</translation>
    </message>
    <message>
        <source>TPNS no longer has figures for this push. These are the last it gave.</source>
        <translation>TPNS 已不再提供这条推送的数据，以下是最后一次的数据。</translation>
    </message>
    <message>
        <source>TPNS has it and starts it on {0} (Beijing time).</source>
        <translation>TPNS 已受理，将于 {0}（北京时间）开始推送。</translation>
    </message>
    <message>
        <source>A step inside this program went wrong while the push was being sent. It may have gone out.</source>
        <translation>发送时本程序内部有一步出错，可能已经推送。</translation>
    </message>
    <message>
        <source>As far as TPNS shows, no. That is no proof.</source>
        <translation>就 TPNS 所示，没有。这不能作为证明。</translation>
    </message>
    <message>
        <source>By what you saw, no. That is no proof.</source>
        <translation>就你所见，没有。这不能作为证明。</translation>
    </message>
    <message>
        <source>Enter it again under Settings, then look again.</source>
        <translation>在设置中重新输入后再查询。</translation>
    </message>
    <message>
        <source>It can&apos;t be looked up here: its app is not connected any more, or with other Access IDs. Compare its time and text with the pushes in the TPNS console, or look at a phone that should have got it, and say below what you found. Or connect the app again.</source>
        <translation>这里无法查询：它所属的应用已不再连接，或 Access ID 已不同。请到 TPNS 控制台核对推送的时间和内容，或查看应收到它的手机，然后在下面说明结果；也可以重新连接该应用。</translation>
    </message>
    <message>
        <source>It is not certain which push at the service it is, so this program cannot read its figures.</source>
        <translation>无法确定是服务端的哪一条推送，因此本程序读不到它的数据。</translation>
    </message>
    <message>
        <source>Its answer came late ({0}).</source>
        <translation>答复来得较晚（{0}）。</translation>
    </message>
    <message>
        <source>Its answer was lost; a look-up found it at the service ({0}).</source>
        <translation>答复丢失，查询后在服务端找到了这条推送（{0}）。</translation>
    </message>
    <message>
        <source>Its practice service is gone, so it can&apos;t be looked up any more. Say below what you know of it.</source>
        <translation>它所属的演练服务已不在，无法再查询。请在下面说明你所知道的情况。</translation>
    </message>
    <message>
        <source>Let this program look again, which may settle it. Or compare the push ID below with the time and text of this push in the TPNS console, and say below what you found.</source>
        <translation>让本程序再次查询，可能就会确定。也可以在 TPNS 控制台用下面的推送 ID 核对时间和内容，再在下方选择结果。</translation>
    </message>
    <message>
        <source>Let this program look for it, or look at a phone that should have got it and say below what you found. It is never sent again by itself.</source>
        <translation>让本程序查询，或查看应收到推送的手机，再在下方选择结果。程序绝不会自动再次发送。</translation>
    </message>
    <message>
        <source>Look at a phone that should have got it. If it did go out and you send it again, people get it twice.</source>
        <translation>先查看应收到推送的手机。如果其实已经发出，再次发送会让用户收到两次。</translation>
    </message>
    <message numerus="yes">
        <source>Looked at {0}: %Ln push(es) match.</source>
        <translation>
            <numerusform>{0} 查询：有 %Ln 条推送相符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at {0}: no record yet.</source>
        <translation>{0} 查询：暂无记录。</translation>
    </message>
    <message>
        <source>Looked at {0}: one push may be it.</source>
        <translation>{0} 查询：有一条推送可能是它。</translation>
    </message>
    <message>
        <source>Next look at {0}.</source>
        <translation>下次查询：{0}。</translation>
    </message>
    <message>
        <source>Next look in a moment.</source>
        <translation>马上再次查询。</translation>
    </message>
    <message>
        <source>No further look by itself.</source>
        <translation>不再自动查询。</translation>
    </message>
    <message>
        <source>No push ID is known for it, so this program cannot read its figures.</source>
        <translation>没有它的推送 ID，因此无法读取数据。</translation>
    </message>
    <message>
        <source>No. A list may have been uploaded, but no push was requested.</source>
        <translation>没有。名单可能已上传，但没有推送。</translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation>尚未查询。</translation>
    </message>
    <message>
        <source>One push at the service may be this one, but that is not certain.</source>
        <translation>服务端有一条推送可能就是它，但不能确定。</translation>
    </message>
    <message>
        <source>Open the TPNS console, compare the push IDs below with the time and text of this push, and stop there what should not run. Then say below what you found.</source>
        <translation>打开 TPNS 控制台，用下面的推送 ID 核对时间和内容，并在那里终止不该发出的推送，再在下方选择结果。</translation>
    </message>
    <message>
        <source>Several pushes at the service match this one, so it can&apos;t be told which is yours. It may have gone out more than once.</source>
        <translation>服务端有多条推送与它相符，无法判断哪一条是你的。可能已经发出不止一次。</translation>
    </message>
    <message>
        <source>TPNS has it. Phones get it from now on; the figures below grow.</source>
        <translation>TPNS 已受理。手机会陆续收到，下方数据随之增长。</translation>
    </message>
    <message>
        <source>TPNS says that an identical push is probably there already.</source>
        <translation>TPNS 提示可能已有一条相同的推送。</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>无法读懂服务的答复。</translation>
    </message>
    <message>
        <source>The connection broke after we sent it. It may have gone out.</source>
        <translation>请求发出后连接中断，可能已经推送。</translation>
    </message>
    <message>
        <source>The draft is kept. Open it and review it when you want to send.</source>
        <translation>草稿已保留。想发送时，打开草稿并核对。</translation>
    </message>
    <message>
        <source>The program ended while the push was being sent.</source>
        <translation>程序在提交推送时退出。</translation>
    </message>
    <message>
        <source>The request is on its way. The answer takes a moment.</source>
        <translation>请求正在途中，稍候会有答复。</translation>
    </message>
    <message>
        <source>The service shows no such push ({0}).</source>
        <translation>服务端没有这条推送（{0}）。</translation>
    </message>
    <message>
        <source>The service shows no such push.</source>
        <translation>服务中没有查到这条推送。</translation>
    </message>
    <message>
        <source>This history comes from a backup or a copy that was made before the push had ended.</source>
        <translation>此记录来自备份或副本，其生成时该推送尚未结束。</translation>
    </message>
    <message>
        <source>This hour&apos;s 60 look-ups are used up. TPNS answers only so many questions an hour; look again in a while.</source>
        <translation>本小时的 60 次查询已用完。TPNS 每小时只答复一定次数，请稍后再查。</translation>
    </message>
    <message>
        <source>This push belongs to an earlier practice service that is gone, so it can&apos;t be looked up any more. Say what you know of it.</source>
        <translation>这条推送属于已结束的演练服务，无法再查询。请按你所知选择结果。</translation>
    </message>
    <message>
        <source>Tried at {0}: the service could not be asked.</source>
        <translation>{0} 查询：没能问到服务。</translation>
    </message>
    <message>
        <source>Trying again ({0} of {1}). The tries before did not get through.</source>
        <translation>正在重试（第 {0} 次，共 {1} 次）。之前的尝试没有送达。</translation>
    </message>
    <message>
        <source>We sent it and no answer came in time. It may have gone out.</source>
        <translation>请求已发出，但没有及时收到答复，可能已经推送。</translation>
    </message>
    <message>
        <source>You said that it did not go ({0}).</source>
        <translation>你确认没有发出（{0}）。</translation>
    </message>
    <message>
        <source>You said that you saw it on a phone ({0}).</source>
        <translation>你确认在手机上看到了（{0}）。</translation>
    </message>
    <message>
        <source>{0} has this push already and would get it a second time with it.</source>
        <translation>{0} 已有这条推送，再次发送会收到第二次。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>占{1}的 {0}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%Ln account(s) in {0}</source>
        <translation>
            <numerusform>「{0}」的 %Ln 个账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) in {0}</source>
        <translation>
            <numerusform>「{0}」的 %Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat(s) left out</source>
        <translation>
            <numerusform>已去除 %Ln 个重复项</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>After you confirm and before the hold; the push comes after it</source>
        <translation>确认之后、待发出之前上传；之后才推送</translation>
    </message>
    <message>
        <source>After {0}, {1}</source>
        <translation>{0}后，{1}</translation>
    </message>
    <message>
        <source>All phones of each account</source>
        <translation>每个账号的全部设备</translation>
    </message>
    <message>
        <source>An earlier push with the same text to the same people is not settled yet. Settle it first; you find it under Sent.</source>
        <translation>此前一条内容和对象都相同的推送还没有结果，请先处理，可在推送记录中找到。</translation>
    </message>
    <message>
        <source>Another app was chosen meanwhile. Go back and review the push again.</source>
        <translation>期间切换了应用。请返回重新核对。</translation>
    </message>
    <message>
        <source>Everyone who has {0} on the phone</source>
        <translation>手机上装有「{0}」的全部设备</translation>
    </message>
    <message>
        <source>Exact: counted in the checked copy of the file.</source>
        <translation>准确：来自检查过的文件副本。</translation>
    </message>
    <message>
        <source>Exact: counted in what will be sent.</source>
        <translation>确切数量：按将要发送的内容统计。</translation>
    </message>
    <message>
        <source>It is held for {0} first; until then you can cancel.</source>
        <translation>确认后停留 {0}再发送，期间可以取消。</translation>
    </message>
    <message>
        <source>It then waits on this computer until you press “Send now”.</source>
        <translation>确认后保持待发出，按下「立即发出」才会发送。</translation>
    </message>
    <message>
        <source>None; results aren&apos;t grouped</source>
        <translation>无，数据不会归组</translation>
    </message>
    <message>
        <source>Nothing was sent. {0}</source>
        <translation>没有发出任何推送。{0}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>On this computer&apos;s clock: {0}</source>
        <translation>这台电脑的时间：{0}</translation>
    </message>
    <message>
        <source>Only phones that are on now</source>
        <translation>仅当前在线的手机</translation>
    </message>
    <message>
        <source>Opens the app</source>
        <translation>打开应用</translation>
    </message>
    <message>
        <source>Opens the page {0} of the app</source>
        <translation>打开应用内页面 {0}</translation>
    </message>
    <message>
        <source>Opens the web page {0}</source>
        <translation>打开网页 {0}</translation>
    </message>
    <message>
        <source>Send in practice</source>
        <translation>演练发送</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln account(s)</source>
        <translation>
            <numerusform>发送给 %Ln 个账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>发送给 %Ln 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to everyone</source>
        <translation>发送给全部设备</translation>
    </message>
    <message>
        <source>Send to people with these tags</source>
        <translation>发送给符合标签的人</translation>
    </message>
    <message>
        <source>Send to {0} now?</source>
        <translation>现在发送给{0}？</translation>
    </message>
    <message>
        <source>Send to {0}? {1}</source>
        <translation>发送给{0}？{1}</translation>
    </message>
    <message>
        <source>Sending is off because of the data on this computer. The banner above says what to do.</source>
        <translation>因为这台电脑上的数据，发送已关闭。上方的提示说明了该怎么做。</translation>
    </message>
    <message>
        <source>Something has to be fixed first. Go back; the page shows what.</source>
        <translation>还有内容需要修改。返回后页面会指出是哪里。</translation>
    </message>
    <message>
        <source>TPNS cannot tell beforehand how many people this is.</source>
        <translation>无法提前得知人数。</translation>
    </message>
    <message>
        <source>TPNS counts them when it sends; nobody knows the exact number before.</source>
        <translation>TPNS 发送时才统计，此前无法得知确切数量。</translation>
    </message>
    <message>
        <source>TPNS’s usual time</source>
        <translation>TPNS 的默认时长</translation>
    </message>
    <message>
        <source>The app is no longer connected on this computer.</source>
        <translation>这台电脑上已不再连接此应用。</translation>
    </message>
    <message>
        <source>The app&apos;s keys, region or environment changed after this review. Review it again.</source>
        <translation>核对之后，应用的密钥、接入点或环境有了变化。请重新核对。</translation>
    </message>
    <message>
        <source>The checks found something new meanwhile. Go back and review the push again.</source>
        <translation>期间检查出新的问题。请返回重新核对。</translation>
    </message>
    <message>
        <source>The name you typed is not this app&apos;s name.</source>
        <translation>输入的名称与此应用不符。</translation>
    </message>
    <message>
        <source>The phone each account used last</source>
        <translation>每个账号的最近设备</translation>
    </message>
    <message>
        <source>The push could not be written down on this computer. Is the disk full?</source>
        <translation>推送无法保存到这台电脑。磁盘是否已满？</translation>
    </message>
    <message>
        <source>The push was edited after this review. Go back and review it again.</source>
        <translation>核对之后推送又有改动。请返回重新核对。</translation>
    </message>
    <message>
        <source>The same push to the same people was sent meanwhile. Go back and review it again.</source>
        <translation>期间相同的推送已发给相同的对象。返回并重新核对。</translation>
    </message>
    <message>
        <source>There is no hold: it leaves this computer at once.</source>
        <translation>不停留：确认后立即离开这台电脑。</translation>
    </message>
    <message>
        <source>This review has stood here for too long. Go back and review the push again.</source>
        <translation>核对页停留太久。返回并重新核对这条推送。</translation>
    </message>
    <message>
        <source>This review was confirmed already. Sent shows what became of it.</source>
        <translation>这次核对已经确认过，结果见「推送记录」。</translation>
    </message>
    <message>
        <source>Tick what you checked, then send.</source>
        <translation>请勾选已核对的内容，再发送。</translation>
    </message>
    <message>
        <source>Today, {0} (Beijing time)</source>
        <translation>今天 {0}（北京时间）</translation>
    </message>
    <message>
        <source>Tomorrow, {0} (Beijing time)</source>
        <translation>明天 {0}（北京时间）</translation>
    </message>
    <message>
        <source>Type the words that allow a second push.</source>
        <translation>请输入允许再次发送的文字。</translation>
    </message>
    <message>
        <source>Use the upload of this very list again ({0})</source>
        <translation>再次使用这个名单已有的上传（{0}）</translation>
    </message>
    <message>
        <source>We can&apos;t tell whether this was confirmed. Look in Sent before you try again.</source>
        <translation>无法得知是否已确认。再试之前，请先到「推送记录」中查看。</translation>
    </message>
    <message>
        <source>everyone in {0}</source>
        <translation>「{0}」的全部设备</translation>
    </message>
    <message>
        <source>iOS development environment: only test builds of the app get it</source>
        <translation>iOS 开发环境：仅测试包能收到</translation>
    </message>
    <message>
        <source>if nobody tapped the push</source>
        <translation>若推送未被点击</translation>
    </message>
    <message>
        <source>if notifications are off</source>
        <translation>若通知已关闭</translation>
    </message>
    <message>
        <source>if the push hasn&apos;t arrived</source>
        <translation>若推送未抵达</translation>
    </message>
    <message>
        <source>signed {0}</source>
        <translation>短信签名「{0}」</translation>
    </message>
    <message>
        <source>template {0}</source>
        <translation>短信模板 {0}</translation>
    </message>
    <message>
        <source>the people with these tags in {0}</source>
        <translation>「{0}」中符合标签的人</translation>
    </message>
    <message>
        <source>{0} (Beijing time)</source>
        <translation>{0}（北京时间）</translation>
    </message>
    <message>
        <source>{0} (ID {1})</source>
        <translation>{0}（ID {1}）</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <translation>
            <numerusform>{0}，另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 和 {1}</translation>
    </message>
    <message>
        <source>{0} · {1} · SHA-256 {2}…</source>
        <translation>{0} · {1} · SHA-256 {2}…</translation>
    </message>
    <message>
        <source>{0}, for phones that are off</source>
        <translation>{0}，期间恢复在线仍会收到</translation>
    </message>
    <message>
        <source>{0}, type “{1}”</source>
        <translation>{0}，类型「{1}」</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change the message</source>
        <translation>修改消息</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>修改推送计划</translation>
    </message>
    <message>
        <source>Change the text message</source>
        <translation>修改短信补发</translation>
    </message>
    <message>
        <source>Change when it leaves</source>
        <translation>修改发送时间</translation>
    </message>
    <message>
        <source>Change who gets it</source>
        <translation>修改推送对象</translation>
    </message>
    <message>
        <source>Click, or press Alt+S</source>
        <translation>点击，或按 Alt+S</translation>
    </message>
    <message>
        <source>Enter and Space don&apos;t press it. Click it, or press Alt+S.</source>
        <translation>回车键和空格键不起作用。请点击按钮，或按 Alt+S。</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>I checked what it says</source>
        <translation>我已核对消息内容</translation>
    </message>
    <message>
        <source>I checked when and how it goes out</source>
        <translation>我已核对时间和方式</translation>
    </message>
    <message>
        <source>I checked who gets this</source>
        <translation>我已核对推送对象</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. In practice nothing leaves this computer.</source>
        <translation>尚未发送任何内容。演练时没有内容会离开这台电脑。</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. This is exactly what will leave this computer.</source>
        <translation>尚未发送任何内容。离开这台电脑的就是下面这些。</translation>
    </message>
    <message>
        <source>Review before sending</source>
        <translation>发送前核对</translation>
    </message>
    <message>
        <source>SEND AGAIN</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>This is not the name yet.</source>
        <translation>与应用名称还不一致。</translation>
    </message>
    <message>
        <source>Tick this to go on.</source>
        <translation>请勾选后继续。</translation>
    </message>
    <message>
        <source>To confirm, type the name of the app:</source>
        <translation>请输入应用名称以确认：</translation>
    </message>
    <message>
        <source>To send it a second time, type SEND AGAIN:</source>
        <translation>要再发送一次，请输入「再次发送」：</translation>
    </message>
    <message>
        <source>Type the name to go on.</source>
        <translation>请输入名称后继续。</translation>
    </message>
    <message>
        <source>Type the words as they stand here.</source>
        <translation>请照原样输入。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>When and how</source>
        <translation>什么时候、怎样推送</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>推送给谁</translation>
    </message>
</context>
<context>
    <name>RoleChoice</name>
    <message>
        <source>Account type</source>
        <translation>账号类型</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Its rows are</source>
        <translation>每行是</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>A copy is kept here and checked. The file itself is never changed.</source>
        <translation>会在本机保存一份副本并检查，原文件不会被改动。</translation>
    </message>
    <message>
        <source>Add “{0}”</source>
        <translation>添加「{0}」</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Check “{0}” again</source>
        <translation>重新检查「{0}」</translation>
    </message>
    <message>
        <source>The copy that is kept here is read once more.</source>
        <translation>将重新读取保存在本机的副本。</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Show what was typed</source>
        <translation>显示输入的内容</translation>
    </message>
</context>
<context>
    <name>SentCard</name>
    <message>
        <source>Confirmed</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>On</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>The push</source>
        <translation>推送内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>推送给</translation>
    </message>
    <message>
        <source>When tapped</source>
        <translation>点击后</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>SentModel</name>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tapped</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>推送给谁</translation>
    </message>
</context>
<context>
    <name>SentScreen</name>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln 条推送</numerusform>
        </translation>
    </message>
    <message>
        <source>All apps</source>
        <translation>全部应用</translation>
    </message>
    <message>
        <source>Enter opens the result of a push</source>
        <translation>按回车键查看推送结果</translation>
    </message>
    <message>
        <source>Every push you confirm is listed here, with what became of it.</source>
        <translation>每条确认过的推送都列在这里，并注明结果。</translation>
    </message>
    <message>
        <source>Find in title, text or plan</source>
        <translation>在标题、正文或推送计划中查找</translation>
    </message>
    <message>
        <source>No push has these words in its title, text or plan.</source>
        <translation>没有推送的标题、正文或推送计划含有这些文字。</translation>
    </message>
    <message>
        <source>No push is unsettled here: of each it is known what became of it.</source>
        <translation>这里没有结果未定的推送：每条的结果都已知道。</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>还没有发送过推送</translation>
    </message>
    <message>
        <source>Only unsettled</source>
        <translation>只看未定</translation>
    </message>
    <message>
        <source>Only unsettled ({0})</source>
        <translation>只看未定（{0}）</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>推送记录</translation>
    </message>
    <message>
        <source>Sent pushes</source>
        <translation>推送记录</translation>
    </message>
    <message>
        <source>Show older pushes</source>
        <translation>显示更早的推送</translation>
    </message>
    <message>
        <source>Show the pushes of all apps</source>
        <translation>查看全部应用的推送</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Show the result of the chosen push</source>
        <translation>查看所选推送的结果</translation>
    </message>
    <message>
        <source>Shows only pushes of which nobody knows yet whether they went out</source>
        <translation>只显示还不知道是否已发出的推送</translation>
    </message>
    <message>
        <source>Shows the pushes of every app, those of removed apps too</source>
        <translation>显示所有应用的推送，包括已移除的应用</translation>
    </message>
    <message>
        <source>Write a push</source>
        <translation>新建推送</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A confirmed push waits for a moment, so that you can cancel it. A push to everyone waits for at least 30 seconds.</source>
        <translation>确认后的推送会先等待片刻，便于取消。全量推送至少等待 30 秒。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Change {0}…</source>
        <translation>修改「{0}」…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Connect another app…</source>
        <translation>连接其他应用…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Hold for</source>
        <translation>待发出时长</translation>
    </message>
    <message>
        <source>Hold for, in seconds</source>
        <translation>待发出时长（秒）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Remove {0}…</source>
        <translation>移除「{0}」…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>TPNS Desktop {0}</source>
        <translation>TPNS Desktop {0}</translation>
    </message>
    <message>
        <source>Wait until I press “Send now”</source>
        <translation>由我点「立即发出」时再发送</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Count as accepted</source>
        <translation>记为已受理</translation>
    </message>
    <message>
        <source>Count as not gone</source>
        <translation>记为没有发出</translation>
    </message>
    <message>
        <source>Count “{0}” as not gone?</source>
        <translation>把「{0}」记为没有发出？</translation>
    </message>
    <message>
        <source>Did a phone show “{0}”?</source>
        <translation>手机上看到「{0}」了吗？</translation>
    </message>
    <message>
        <source>Enter and Space don&apos;t do it. Click the button, or press Alt+S.</source>
        <translation>回车键和空格键不起作用。点击按钮，或按 Alt+S。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The push is then counted as accepted by TPNS. To send it again within a day you have to type SEND AGAIN.</source>
        <translation>这条推送随后记为已受理。一天内再次发送时需输入「再次发送」。</translation>
    </message>
    <message>
        <source>This counts for {0} only. A phone that is off may still get it later.</source>
        <translation>只适用于 {0}。关机的手机之后仍可能收到。</translation>
    </message>
    <message>
        <source>This counts for {0} only. Look at one of these phones first.</source>
        <translation>只适用于 {0}。先看一台这种手机。</translation>
    </message>
    <message>
        <source>This counts for {0}. A phone that is off may still get it later.</source>
        <translation>适用于 {0}。关机的手机之后仍可能收到。</translation>
    </message>
    <message>
        <source>This counts for {0}. Look at a phone of each system first.</source>
        <translation>适用于 {0}。先在每种系统的手机上各看一台。</translation>
    </message>
    <message>
        <source>You may send it again then. If it did go out after all, people get it twice.</source>
        <translation>之后可以再次发送。如果其实已经发出，用户会收到两次。</translation>
    </message>
</context>
<context>
    <name>SettlePart</name>
    <message>
        <source>Asks the service whether it has this push. Nothing is sent.</source>
        <translation>向服务查询是否有这条推送，不会发送任何内容。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即查询</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy push ID {0}</source>
        <translation>复制推送 ID {0}</translation>
    </message>
    <message>
        <source>I saw it on a phone</source>
        <translation>我在手机上看到了</translation>
    </message>
    <message>
        <source>It can&apos;t be looked up here.</source>
        <translation>这里无法查询。</translation>
    </message>
    <message>
        <source>It did not go</source>
        <translation>没有发出</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Send again stays off until this is settled: people could get it twice.</source>
        <translation>结果确定之前不能再次发送：用户可能收到两次。</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再次发送…</translation>
    </message>
    <message>
        <source>{0} push ID</source>
        <translation>{0} 推送 ID</translation>
    </message>
</context>
<context>
    <name>SmsCard</name>
    <message>
        <source>If the push doesn&apos;t get through, send a text message</source>
        <translation>推送未触达时，改发短信</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>未开启</translation>
    </message>
    <message>
        <source>On</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>Send a text message if the push doesn&apos;t get through</source>
        <translation>开启短信补发</translation>
    </message>
    <message>
        <source>Text message backup</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>Unit of the wait</source>
        <translation>等待时间的单位</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>it hasn&apos;t arrived</source>
        <translation>未抵达</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>nobody tapped it</source>
        <translation>未点击</translation>
    </message>
    <message>
        <source>notifications are off</source>
        <translation>通知已关闭</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Accepted by TPNS</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Accepted, looked up</source>
        <translation>已受理（查询确认）</translation>
    </message>
    <message>
        <source>Accepted, you saw it</source>
        <translation>已受理（你已看到）</translation>
    </message>
    <message>
        <source>Cancelled, not sent</source>
        <translation>已取消，未发出</translation>
    </message>
    <message>
        <source>Did not go, you said</source>
        <translation>没有发出（你确认）</translation>
    </message>
    <message>
        <source>Different for each system</source>
        <translation>各系统结果不同</translation>
    </message>
    <message>
        <source>No such push found</source>
        <translation>未查到这条推送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>Not sent: confirm again</source>
        <translation>未发送，请重新确认</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>待发出</translation>
    </message>
    <message>
        <source>One push may be it</source>
        <translation>有一条可能相符</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Sending request</source>
        <translation>提交中</translation>
    </message>
    <message>
        <source>Several pushes match</source>
        <translation>有多条相符</translation>
    </message>
    <message>
        <source>Uploading the list</source>
        <translation>正在上传名单</translation>
    </message>
    <message>
        <source>We don&apos;t know yet</source>
        <translation>结果未知</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>Step {0}, {1}: {2}</source>
        <translation>第 {0} 步，{1}：{2}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>推送给谁</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>something to mend</source>
        <translation>须修改</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer version has written the data on this computer. This one leaves it untouched, since it could only spoil it.</source>
        <translation>这台电脑上的数据由较新的版本写入。当前版本不会改动它，以免损坏。</translation>
    </message>
    <message>
        <source>A push that was confirmed is not the same any more on this computer&apos;s disk. It will not be sent. Sending is off until you have seen this.</source>
        <translation>一条已确认的推送在磁盘上发生了变化，不会被发送。在你知晓之前，发送处于关闭状态。</translation>
    </message>
    <message>
        <source>Allow writing to the files of the program in the folder below, then try again.</source>
        <translation>请允许写入下面文件夹中本程序的文件，然后重试。</translation>
    </message>
    <message>
        <source>Another program holds the data</source>
        <translation>另一个程序占用了数据</translation>
    </message>
    <message>
        <source>Another program, perhaps a backup or a virus scanner, keeps the file to itself.</source>
        <translation>另一个程序（可能是备份或杀毒软件）独占了这个文件。</translation>
    </message>
    <message>
        <source>Check that the folder exists, that its disk is connected and that you may write there, then try again.</source>
        <translation>检查文件夹是否存在、磁盘是否已连接、你是否有写入权限，然后重试。</translation>
    </message>
    <message>
        <source>Is it in the recycle bin? Then quit, put it back into the folder below and start again. Otherwise choose one of the ways below.</source>
        <translation>先看看它是否在回收站里：如果在，退出程序，把它放回下面的文件夹，再重新打开。否则从下面选择一种方式。</translation>
    </message>
    <message>
        <source>Its file is write-protected or belongs to somebody else. It can be read, but nothing could be written down in it, so nothing can be saved or sent.</source>
        <translation>它的文件被写保护，或属于其他用户。文件可以读取，但无法写入任何内容，因此无法保存，也无法发送。</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>腾出磁盘空间，然后重试。</translation>
    </message>
    <message>
        <source>Move the folder to a disk of this computer, then try again.</source>
        <translation>把文件夹移到这台电脑的磁盘上，然后重试。</translation>
    </message>
    <message>
        <source>On a network drive nobody can promise that a push is written down before it is sent. The program could send it twice, so it does not open there.</source>
        <translation>在网络驱动器上，无法保证推送在发出前已经写下，程序可能会发送两次，因此不在那里打开。</translation>
    </message>
    <message>
        <source>Restart the computer and try again. If it stays so, ask whoever helps you.</source>
        <translation>重新启动电脑后再试。如果仍然如此，请联系支持人员。</translation>
    </message>
    <message>
        <source>Something is wrong with the data on this computer, so nothing can be saved or sent.</source>
        <translation>这台电脑上的数据有问题，因此不能保存，也不能发送。</translation>
    </message>
    <message>
        <source>Start the newer version of the program instead. Or go on here with an older backup; the newer file is kept.</source>
        <translation>请改用较新版本的程序。也可以在这里使用较早的备份继续；较新的文件会保留。</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>数据文件夹不能使用</translation>
    </message>
    <message>
        <source>The data folder is on a network drive</source>
        <translation>数据文件夹在网络驱动器上</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The file cannot be read any more, perhaps after a power cut or a fault of the disk. Nothing was changed, and nothing was sent.</source>
        <translation>文件无法再读取，可能是断电或磁盘故障造成的。没有更改任何内容，也没有发送任何推送。</translation>
    </message>
    <message>
        <source>The history cannot be written</source>
        <translation>无法写入历史记录</translation>
    </message>
    <message>
        <source>The history could not be opened</source>
        <translation>记录无法打开</translation>
    </message>
    <message>
        <source>The history is from a newer version of the program</source>
        <translation>记录来自较新的程序版本</translation>
    </message>
    <message>
        <source>The history on this computer is damaged</source>
        <translation>这台电脑上的历史记录已损坏</translation>
    </message>
    <message>
        <source>The history on this computer is gone</source>
        <translation>这台电脑上的记录不见了</translation>
    </message>
    <message>
        <source>The history on this computer was damaged. It was set aside untouched and a new one was begun: {0}. What was sent before is not known any more, so nobody would notice a push that goes out twice. Sending is off until you have seen this.</source>
        <translation>这台电脑上的记录已损坏。旧文件原样保留，并新建了记录：{0}。以前发送过什么已无从得知，重复发送时不会有提醒。在你知晓之前，发送处于关闭状态。</translation>
    </message>
    <message>
        <source>The history on this computer was written by a newer version of the program. It was set aside untouched and a new one was begun: {0}. What was sent before is not known here. Sending is off until you have seen this.</source>
        <translation>这台电脑上的记录由较新的程序版本写入。旧文件原样保留，并新建了记录：{0}。这里不知道以前发送过什么。在你知晓之前，发送处于关闭状态。</translation>
    </message>
    <message>
        <source>The program may not read or write in its folder, so nothing can be saved or sent.</source>
        <translation>程序无法读写自己的文件夹，因此不能保存，也不能发送。</translation>
    </message>
    <message>
        <source>The program wrote its data here before, but the file is missing or empty now. Perhaps a clean-up or a sync program removed it. Nothing was changed, and nothing was sent.</source>
        <translation>程序以前把数据写在这里，但文件现在不存在或是空的，可能被清理或同步软件删除了。没有改动任何内容，也没有发送任何内容。</translation>
    </message>
    <message>
        <source>There are backups. Choose one of the ways below; the damaged file is kept beside it.</source>
        <translation>已有备份。请在下面选择一种方式；损坏的文件会保留在旁边。</translation>
    </message>
    <message>
        <source>There is no room to write anything down, so nothing can be saved or sent. Your history is as it was.</source>
        <translation>没有空间写入，因此不能保存，也不能发送。你的记录保持原样。</translation>
    </message>
    <message>
        <source>This history is older than what the program knew: it comes from a backup or a copy. Pushes sent after it are missing here, so look into the TPNS console before you send one again. Sending is off until you have seen this.</source>
        <translation>这份记录比程序所知的要旧：它来自备份或副本，之后发送的推送不在其中。再次发送前请先查看 TPNS 控制台。在你知晓之前，发送处于关闭状态。</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>等它完成后重试。</translation>
    </message>
    <message>
        <source>You work with a new, empty history now: apps have to be connected again. What was sent before is not known any more, so look into the TPNS console before you send such a push again. Sending is off until you have seen this.</source>
        <translation>你现在使用的是新的空白历史记录：需要重新连接应用。以前发送过什么已无从得知，再次发送这类推送前请先到 TPNS 控制台查看。在你看过此提示之前，发送功能关闭。</translation>
    </message>
    <message>
        <source>You work with the backup of {1} now: apps, drafts and history are as they were then. Pushes sent after it are missing here, so look into the TPNS console before you send one again. Sending is off until you have seen this.</source>
        <translation>你现在使用的是 {1} 的备份：应用、草稿和历史记录都是当时的状态。此后发送的推送不在其中，再次发送前请先到 TPNS 控制台查看。在你看过此提示之前，发送功能关闭。</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>StorageScreen</name>
    <message>
        <source>Folder: {0}</source>
        <translation>文件夹：{0}</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on with a backup</source>
        <translation>用备份继续</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Or begin with an empty history</source>
        <translation>或从空记录开始</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>从空记录开始</translation>
    </message>
    <message>
        <source>Start with an empty history?</source>
        <translation>从空记录开始？</translation>
    </message>
    <message>
        <source>Start with an empty history…</source>
        <translation>从空记录开始…</translation>
    </message>
    <message>
        <source>That did not work, and nothing was changed. Choose another way.</source>
        <translation>没有成功，也没有改动任何内容。请选择其他方式。</translation>
    </message>
    <message>
        <source>The program forgets what was sent, its drafts and its apps. Backups stay where they are.</source>
        <translation>程序会忘记发送过的推送、草稿和应用。备份保留在原处。</translation>
    </message>
    <message>
        <source>The program will not know any push that was sent before. If you send one of them again, nothing warns you, and people get it twice. Apps have to be connected again, and drafts are gone.</source>
        <translation>程序将不知道以前发送过的任何推送。如果再次发送其中一条，不会有提醒，用户会收到两次。应用需要重新连接，草稿也没有了。</translation>
    </message>
    <message>
        <source>There is no backup in the folder.</source>
        <translation>文件夹里没有备份。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use the backup of {0}</source>
        <translation>使用 {0} 的备份</translation>
    </message>
    <message>
        <source>Use this backup</source>
        <translation>使用此备份</translation>
    </message>
    <message>
        <source>Your apps, drafts and history as they were then. A push that was sent after the backup was made is missing in it, and you would not be warned if you send it again.</source>
        <translation>恢复到当时的应用、草稿和记录。备份之后发送的推送不在其中，再次发送时不会有提醒。</translation>
    </message>
</context>
<context>
    <name>TagBuilder</name>
    <message>
        <source>+ and…</source>
        <translation>+ 并且…</translation>
    </message>
    <message>
        <source>+ or another group</source>
        <translation>+ 或者另一组</translation>
    </message>
    <message>
        <source>and</source>
        <translation>并且</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或者</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>How the tags are matched</source>
        <translation>标签的匹配方式</translation>
    </message>
    <message>
        <source>Kind of tag</source>
        <translation>标签类型</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>移除这一行</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Type a tag, then Enter</source>
        <translation>输入标签后按回车键</translation>
    </message>
</context>
<context>
    <name>Technical</name>
    <message>
        <source>Technical view (JSON)</source>
        <translation>技术视图（JSON）</translation>
    </message>
</context>
<context>
    <name>TimingCard</name>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 天</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Decide when it leaves</source>
        <translation>决定发送时间</translation>
    </message>
    <message>
        <source>It leaves at once: TPNS can only schedule pushes to everyone, by tag or to a file of accounts.</source>
        <translation>立即发出：TPNS 只能定时推送给全部设备、按标签或账号名单文件。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>{0} (Beijing time, UTC+8)</source>
        <translation>{0}（北京时间，UTC+8）</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ValuesEditor</name>
    <message>
        <source>+ Add a value</source>
        <translation>+ 添加变量</translation>
    </message>
    <message>
        <source>Remove value {0}</source>
        <translation>移除变量 {0}</translation>
    </message>
    <message>
        <source>Value for blank {0}</source>
        <translation>变量 {0} 的内容</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Connect my TPNS app</source>
        <translation>连接我的应用</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>使用自己的应用</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Everything works, with made-up people, tags and results. A practice service on this computer plays Tencent&apos;s part.</source>
        <translation>功能齐全，人、标签和结果都是虚构的。由这台电脑上的演练服务扮演腾讯一方。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Nothing leaves this computer in practice.</source>
        <translation>演练模式下不会发送任何数据。</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>先演练</translation>
    </message>
    <message>
        <source>Try it with practice data</source>
        <translation>用演练数据试用</translation>
    </message>
    <message>
        <source>Welcome to TPNS Desktop</source>
        <translation>欢迎使用 TPNS Desktop</translation>
    </message>
    <message>
        <source>Write a push, see exactly what will be sent, and send it to the right people.</source>
        <translation>写好推送，看清将要发送的内容，再发给对的人。</translation>
    </message>
    <message>
        <source>You need the Access ID and Secret Key of your app from the TPNS console, and its region. Keys go into this computer&apos;s password store.</source>
        <translation>需要 TPNS 控制台中该应用的 Access ID、Secret Key 和服务接入点。密钥存入这台电脑的系统密码库。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source> — or </source>
        <translation>；或者</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln 个账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from a file</source>
        <translation>
            <numerusform>文件中的 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>，并且</translation>
    </message>
    <message>
        <source>Active on</source>
        <translation>活跃日期</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>App version</source>
        <translation>应用版本</translation>
    </message>
    <message>
        <source>Baidu</source>
        <translation>百度</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Custom type {0}</source>
        <translation>自定义类型 {0}</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Douban</source>
        <translation>豆瓣</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>IDFA (older)</source>
        <translation>IDFA（旧）</translation>
    </message>
    <message>
        <source>IDFA, MD5 (older)</source>
        <translation>IDFA（MD5，旧）</translation>
    </message>
    <message>
        <source>IMEI (older)</source>
        <translation>IMEI（旧）</translation>
    </message>
    <message>
        <source>IMEI, MD5 (older)</source>
        <translation>IMEI（MD5，旧）</translation>
    </message>
    <message>
        <source>JD.com</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>MAC address (older)</source>
        <translation>MAC 地址（旧）</translation>
    </message>
    <message>
        <source>MAC address, MD5 (older)</source>
        <translation>MAC 地址（MD5，旧）</translation>
    </message>
    <message>
        <source>Mobile number (+8613711112222)</source>
        <translation>手机号（+8613711112222）</translation>
    </message>
    <message>
        <source>My tags</source>
        <translation>自定义标签</translation>
    </message>
    <message>
        <source>OAID, MD5</source>
        <translation>OAID（MD5）</translation>
    </message>
    <message>
        <source>Phone brand</source>
        <translation>手机品牌</translation>
    </message>
    <message>
        <source>Phone model</source>
        <translation>手机机型</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>QQ number</source>
        <translation>QQ 号</translation>
    </message>
    <message>
        <source>QQ number, MD5</source>
        <translation>QQ 号（MD5）</translation>
    </message>
    <message>
        <source>SDK version</source>
        <translation>SDK 版本</translation>
    </message>
    <message>
        <source>Sina Weibo</source>
        <translation>新浪微博</translation>
    </message>
    <message>
        <source>System version</source>
        <translation>系统版本</translation>
    </message>
    <message>
        <source>TAID or QIMEI (older)</source>
        <translation>TAID 或 QIMEI（旧）</translation>
    </message>
    <message>
        <source>Taobao</source>
        <translation>淘宝</translation>
    </message>
    <message>
        <source>Today {0}</source>
        <translation>今天 {0}</translation>
    </message>
    <message>
        <source>WeChat OpenID</source>
        <translation>微信 OpenID</translation>
    </message>
    <message>
        <source>WeChat UnionID</source>
        <translation>微信 UnionID</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日（ddd）</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日（ddd）HH:mm</translation>
    </message>
    <message>
        <source>everyone in {0}</source>
        <translation>「{0}」的全部设备</translation>
    </message>
    <message>
        <source>is all of</source>
        <translation>含全部</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>含任一</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不含</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>people with these tags</source>
        <translation>符合标签的人</translation>
    </message>
    <message>
        <source>those of a file</source>
        <translation>文件中的账号</translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation>今天 {0}</translation>
    </message>
    <message>
        <source>{0}: all of {1}</source>
        <translation>{0}：含全部 {1}</translation>
    </message>
    <message>
        <source>{0}: not {1}</source>
        <translation>{0}：不含 {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Press Delete to remove it</source>
        <translation>按 Delete 键移除</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
</context>
<context>
    <name>_KeyLines</name>
    <message>
        <source>{0} Access ID</source>
        <translation>{0} Access ID</translation>
    </message>
    <message>
        <source>{0} Secret Key</source>
        <translation>{0} Secret Key</translation>
    </message>
</context>
<context>
    <name>_PlanDialog</name>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>_Request</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>Copy JSON for {0}</source>
        <translation>复制 {0} 的 JSON</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy as curl for {0}</source>
        <translation>将 {0} 的请求复制为 curl</translation>
    </message>
    <message>
        <source>JSON for {0}</source>
        <translation>{0} 的 JSON</translation>
    </message>
    <message>
        <source>Without your keys: placeholders stand in their place</source>
        <translation>不含密钥，以占位文字代替</translation>
    </message>
    <message>
        <source>{0}: {1} {2}{3} · {4} bytes · SHA-256 {5}…</source>
        <translation>{0}：{1} {2}{3} · {4} 字节 · SHA-256 {5}…</translation>
    </message>
</context>
<context>
    <name>_WorkLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
</TS>
