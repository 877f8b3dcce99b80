<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Drafts, plans, lists and history are kept on this computer:</source>
        <translation>草稿、推送计划、名单和记录保存在这台电脑上：</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>现在查看</translation>
    </message>
    <message>
        <source>Look now for a newer version</source>
        <translation>现在查看有没有新版本</translation>
    </message>
    <message>
        <source>Look once a day whether there is a newer version</source>
        <translation>每天查看一次有没有新版本</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder with all licences</source>
        <translation>打开存放全部许可证的文件夹</translation>
    </message>
    <message>
        <source>Open the licences</source>
        <translation>打开许可证</translation>
    </message>
    <message>
        <source>Qt {0} and PySide6 are used under the LGPL, version 3, unchanged. They lie as separate files beside the program, and you may put your own build in their place. Their source is at code.qt.io.</source>
        <translation>Qt {0} 和 PySide6 依据 LGPL 第 3 版使用，未作改动。它们以独立文件放在程序旁边，你可以换成自己编译的版本。源代码见 code.qt.io。</translation>
    </message>
    <message>
        <source>TPNS Desktop {0} · licence {1}</source>
        <translation>TPNS Desktop {0} · 许可证 {1}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>有什么新变化</translation>
    </message>
    <message>
        <source>What it stands on, and the licences</source>
        <translation>使用的组件及其许可证</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>All their devices</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>Latest device only</source>
        <translation>仅最近设备</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>14 or 15 digits and small letters</source>
        <translation>14 或 15 位数字和小写字母</translation>
    </message>
    <message>
        <source>2 to 100 characters a row</source>
        <translation>每行 2 至 100 个字符</translation>
    </message>
    <message>
        <source>32 characters: digits and the letters a to f</source>
        <translation>32 个字符：数字和字母 a 至 f</translation>
    </message>
    <message>
        <source>5 to 12 digits</source>
        <translation>5 至 12 位数字</translation>
    </message>
    <message>
        <source>A plus, the country code and the number: +8613711112222</source>
        <translation>加号、国家码和号码：+8613711112222</translation>
    </message>
    <message>
        <source>An email address with one @</source>
        <translation>含一个 @ 的邮箱地址</translation>
    </message>
    <message>
        <source>Digits and capitals in five parts, such as 49E2084A-290C-41EF-AD20-E540CD6AE841</source>
        <translation>数字与大写字母，分五段，如 49E2084A-290C-41EF-AD20-E540CD6AE841</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens; capitals count</source>
        <translation>字母、数字和连字符，区分大小写</translation>
    </message>
    <message>
        <source>Rows to look at: {0}. “{1}” is not written like the type {2}.</source>
        <translation>请核对第 {0} 行。「{1}」不符合{2}的写法。</translation>
    </message>
    <message>
        <source>Six pairs in capitals, such as 08:00:20:0A:8C:6D</source>
        <translation>六组大写字符，例如 08:00:20:0A:8C:6D</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <translation>
            <numerusform>{0} 等，另有 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActOut</name>
    <message>
        <source>Act out</source>
        <translation>模拟情形</translation>
    </message>
    <message>
        <source>What practice acts out</source>
        <translation>演练模拟的情形</translation>
    </message>
</context>
<context>
    <name>Again</name>
    <message>
        <source>A new draft from “{0}”. Its own draft has changed since, so not everything could be copied: look through each card.</source>
        <translation>已根据「{0}」新建草稿。原草稿之后有改动，未能全部复制，请逐张卡片核对。</translation>
    </message>
    <message>
        <source>A new draft with the people, message and options of “{0}”. Nothing is sent.</source>
        <translation>已按「{0}」的受众、消息和选项新建草稿，尚未发送任何内容。</translation>
    </message>
    <message>
        <source>It was sent with {0}; this draft is for {1}, without a plan.</source>
        <translation>原推送属于「{0}」，此草稿属于「{1}」，不带推送计划。</translation>
    </message>
    <message>
        <source>It was sent with {0}; this draft is for {1}.</source>
        <translation>它是用 {0} 发送的；这份草稿用于 {1}。</translation>
    </message>
    <message>
        <source>Its time was left empty: choose a new one.</source>
        <translation>时间已清空，需要重新选择。</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled? We don&apos;t know yet</source>
        <translation>是否已取消未知</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>In quiet hours.</source>
        <translation>在安静时段内。</translation>
    </message>
    <message>
        <source>Its time has come</source>
        <translation>已到时间</translation>
    </message>
    <message>
        <source>Made elsewhere and waiting, time not told by TPNS: {0}</source>
        <translation>在别处创建、正在等待，TPNS 没有告知推送时间：{0}</translation>
    </message>
    <message>
        <source>Made elsewhere.</source>
        <translation>在别处创建。</translation>
    </message>
    <message>
        <source>Not sent by TPNS</source>
        <translation>TPNS 未推送</translation>
    </message>
    <message>
        <source>On hold, not sent</source>
        <translation>待发出，尚未发送</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>推送中</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Run {0} of {1}.</source>
        <translation>第 {0} 次，共 {1} 次。</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Sending request</source>
        <translation>提交中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>“{0}” ({1}, made {2})</source>
        <translation>「{0}」（{1}，{2} 创建）</translation>
    </message>
    <message>
        <source>Waiting at Tencent</source>
        <translation>在腾讯侧等待</translation>
    </message>
    <message>
        <source>We don&apos;t know yet</source>
        <translation>结果未知</translation>
    </message>
    <message numerus="yes">
        <source>Within an hour of %Ln other(s) to the same people.</source>
        <translation>
            <numerusform>一小时内还有 %Ln 条发给同一批人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>ddd d</source>
        <translation>d日 ddd</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy年M月d日（ddd）</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0} – {1}</source>
        <translation>{0} – {1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
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
    <name>AppsCard</name>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
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
        <source>Remove {0}…</source>
        <translation>移除「{0}」…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>Bring this in?</source>
        <translation>导入这些内容？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What is here and newer stays as it is. Lists stay on the other computer: a draft that goes to one asks for it again.</source>
        <translation>这台电脑上较新的内容保持不变。名单留在另一台电脑上：使用名单的草稿需要重新选择名单。</translation>
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
    <name>AttributesEditor</name>
    <message>
        <source>+ attribute</source>
        <translation>+ 属性</translation>
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
        <source>Asks TPNS anew how many devices there are; sends nothing</source>
        <translation>重新向 TPNS 查询设备数量，不发送任何东西</translation>
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
        <source>Count again</source>
        <translation>重新统计</translation>
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
        <source>{0} · exact, from {1}</source>
        <translation>{0} · 准确，来自 {1}</translation>
    </message>
</context>
<context>
    <name>BadDays</name>
    <message>
        <source>A computer whose clock is off is refused as if its key were wrong. When a key that worked is refused, look at the clock first.</source>
        <translation>电脑时钟不准时，会像密钥有误一样被拒绝。一直能用的密钥忽然被拒绝，先看看时钟。</translation>
    </message>
    <message>
        <source>A normal day</source>
        <translation>正常的一天</translation>
    </message>
    <message>
        <source>Android phones get the push and iPhones do not. A developer has to renew the certificate; send to iOS alone afterwards.</source>
        <translation>安卓手机收得到，iPhone 收不到。需要开发人员更新证书，之后只向 iOS 补发。</translation>
    </message>
    <message>
        <source>Answers take several seconds. The program waits; pressing again would help nobody, and nothing is sent twice.</source>
        <translation>答复要等好几秒。程序会一直等；再点一次没有用，也不会发出第二次。</translation>
    </message>
    <message>
        <source>Back to a normal day</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>Chat: all pushes of the day used</source>
        <translation>Chat：当天次数已用完</translation>
    </message>
    <message>
        <source>Chat: edition missing</source>
        <translation>Chat：版本不支持</translation>
    </message>
    <message>
        <source>Clock off</source>
        <translation>时钟不准</translation>
    </message>
    <message>
        <source>Connection cut</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Every push that is right is taken, and answered at once.</source>
        <translation>每条正确的推送都会受理，并马上得到答复。</translation>
    </message>
    <message>
        <source>List not taken</source>
        <translation>名单未被接收</translation>
    </message>
    <message>
        <source>No answer after accepting</source>
        <translation>受理后没有答复</translation>
    </message>
    <message>
        <source>Nothing paid for</source>
        <translation>没有购买资源</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>超出频率上限</translation>
    </message>
    <message>
        <source>Practice acts out, for the next push only: {0}.</source>
        <translation>演练正在模拟（仅限下一条推送）：{0}。</translation>
    </message>
    <message>
        <source>Practice acts out: {0}.</source>
        <translation>演练正在模拟：{0}。</translation>
    </message>
    <message>
        <source>Slow answers</source>
        <translation>答复很慢</translation>
    </message>
    <message>
        <source>Tencent&apos;s content check refuses the text. Nothing goes out until you have written it differently.</source>
        <translation>腾讯的内容安全审核没有通过这段文字。改写之前什么都不会发出。</translation>
    </message>
    <message>
        <source>Text refused</source>
        <translation>文字未通过审核</translation>
    </message>
    <message>
        <source>That was acted out: {0}. The next push meets a normal day.</source>
        <translation>刚才模拟的是：{0}。下一条推送恢复正常。</translation>
    </message>
    <message>
        <source>The Chat app has used its pushes of today. Nothing goes out; tomorrow there are new ones.</source>
        <translation>这个 Chat 应用今天的推送次数已用完。什么都不会发出，明天又会有新的次数。</translation>
    </message>
    <message>
        <source>The Chat app&apos;s edition has no push to all users. You will be led to what must be ready first.</source>
        <translation>这个 Chat 应用的版本没有全员推送。程序会带你去看需要先准备什么。</translation>
    </message>
    <message>
        <source>The app has no resources at Tencent. Nothing goes out until somebody has bought them in the console.</source>
        <translation>应用在腾讯那边没有资源。在控制台购买之前什么都不会发出。</translation>
    </message>
    <message>
        <source>The connection breaks on the way, and nobody can tell whether the push went out. Look first; send again only when you know that it did not.</source>
        <translation>连接在途中断开，谁也说不准推送是否已经发出。先查询；确知没有发出，再重新发送。</translation>
    </message>
    <message>
        <source>The file of accounts is refused when it is uploaded. No push is requested, so you can try again safely. Only pushes to a file meet this.</source>
        <translation>账号名单文件在上传时被拒绝。推送还没有提交，可以放心再试。只有按名单文件的推送会遇到。</translation>
    </message>
    <message>
        <source>The same push again</source>
        <translation>重复的推送</translation>
    </message>
    <message>
        <source>The service does not accept the key, so nothing goes out. In earnest you would enter the key again under Settings, Apps.</source>
        <translation>服务不接受这个密钥，什么都不会发出。正式使用时，到「设置」的「应用」里重新填写密钥。</translation>
    </message>
    <message>
        <source>The service says that it has this push already. The program takes that for a doubt and looks it up before anybody sends again.</source>
        <translation>服务说已有这条推送。程序把它当作结果未知，先查询，再由人决定是否重发。</translation>
    </message>
    <message>
        <source>Too many pushes at a time. The program asks twice more by itself, since nothing was taken in, and then says so.</source>
        <translation>推送过于密集。由于没有受理，程序会自己再试两次，仍不行就告诉你。</translation>
    </message>
    <message>
        <source>Wrong key</source>
        <translation>密钥有误</translation>
    </message>
    <message>
        <source>You will see a push that nobody knows about. The program looks it up and never sends it twice.</source>
        <translation>你会看到一条结果未知的推送。程序会去查询，绝不会发出第二次。</translation>
    </message>
    <message>
        <source>iOS certificate expired</source>
        <translation>iOS 证书已过期</translation>
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
    <name>BarsChart</name>
    <message>
        <source>{0}: no figure yet.</source>
        <translation>{0}：还没有数据。</translation>
    </message>
    <message>
        <source>{0}: {1} at first ({2}), {3} at last ({4}), highest {5} ({6}).</source>
        <translation>{0}：最初 {1}（{2}），最后 {3}（{4}），最高 {5}（{6}）。</translation>
    </message>
</context>
<context>
    <name>BeginDialog</name>
    <message>
        <source>I checked which users and what</source>
        <translation>我已核对用户和操作内容</translation>
    </message>
    <message>
        <source>To do it, type the Chat app&apos;s name: {0}</source>
        <translation>确认前输入 Chat 应用的名称：{0}</translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message>
        <source>Find in the book</source>
        <translation>在簿中查找</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing in the book has these words.</source>
        <translation>簿中没有含这些字的内容。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{0}” from the book?</source>
        <translation>从簿中移除「{0}」？</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>“{0}” was removed.</source>
        <translation>「{0}」已移除。</translation>
    </message>
</context>
<context>
    <name>BooksScreen</name>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Lists &amp; tags</source>
        <translation>名单与标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Test devices</source>
        <translation>测试设备</translation>
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
        <source>Save as template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>Send a test…</source>
        <translation>发送测试…</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>带我去看</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Beijing time, UTC+8</source>
        <translation>北京时间，UTC+8</translation>
    </message>
    <message>
        <source>Calendar, {0}</source>
        <translation>日历，{0}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Enter opens the result of a push</source>
        <translation>按回车打开推送结果</translation>
    </message>
    <message>
        <source>Entries of {0}</source>
        <translation>{0} 的推送</translation>
    </message>
    <message>
        <source>How many days are shown</source>
        <translation>显示几天</translation>
    </message>
    <message>
        <source>It is not certain that the old push is cancelled on every system, so no new one is offered. Its text is kept as a draft without a time; the page of the push says what came of cancelling it.</source>
        <translation>不能确定原推送在每个系统上都已取消，所以不给出新推送。文案已保留为没有时间的草稿；取消的结果见该推送的结果页。</translation>
    </message>
    <message>
        <source>It was made elsewhere. Move it where it was made.</source>
        <translation>它是在别处创建的，请在创建的地方改时间。</translation>
    </message>
    <message>
        <source>It was not moved. {0}</source>
        <translation>没有改时间。{0}</translation>
    </message>
    <message>
        <source>Move the chosen entry to another time</source>
        <translation>把所选推送改到另一个时间</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改时间…</translation>
    </message>
    <message>
        <source>Nothing is planned on these days. A push with a time, or one that repeats, stands here once it is confirmed; what goes out at once is in the list.</source>
        <translation>这几天没有计划。定时推送或重复推送确认后会显示在这里；立即推送的请看列表。</translation>
    </message>
    <message>
        <source>Nothing is planned on this day.</source>
        <translation>这一天没有定时推送。</translation>
    </message>
    <message>
        <source>Only what can still be cancelled at Tencent can be moved.</source>
        <translation>只有还能在腾讯侧取消的推送才能改时间。</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>打开草稿</translation>
    </message>
    <message>
        <source>Pushes with a time and repetitions. What went out at once is in the list.</source>
        <translation>这里是定时推送和重复推送。立即推送的请看列表。</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Show the result of the chosen entry</source>
        <translation>查看所选推送的结果</translation>
    </message>
    <message>
        <source>The days after</source>
        <translation>后几天</translation>
    </message>
    <message>
        <source>The days before</source>
        <translation>前几天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Now {0}</source>
        <translation>现在 {0}</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>{0} +{1}</source>
        <translation>{0} +{1}</translation>
    </message>
    <message>
        <source>{0} ↻</source>
        <translation>{0} ↻</translation>
    </message>
    <message>
        <source>{0}, today</source>
        <translation>{0}，今天</translation>
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
        <source>All channels</source>
        <translation>全部通道</translation>
    </message>
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
    <name>ChartCard</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save picture (PNG)…</source>
        <translation>保存图片（PNG）…</translation>
    </message>
    <message>
        <source>Save table (CSV)…</source>
        <translation>保存表格（CSV）…</translation>
    </message>
    <message>
        <source>Save {0}</source>
        <translation>保存{0}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>{0}: chart or table</source>
        <translation>{0}：图表或表格</translation>
    </message>
</context>
<context>
    <name>ChatApps</name>
    <message>
        <source>A chat message that can wait up to 7 days for people who are offline. It can&apos;t be taken back, and there are no figures.</source>
        <translation>一条聊天消息，可为离线用户最多保留 7 天。不能撤回，也没有统计数据。</translation>
    </message>
    <message>
        <source>A chat message that stays in people&apos;s conversations. It can be planned, taken back for 24 hours and looked up in figures.</source>
        <translation>一条留在会话中的聊天消息。可以定时，24 小时内可撤回，并有统计数据。</translation>
    </message>
    <message>
        <source>An SDKAppID is a number, such as 1400000001.</source>
        <translation>SDKAppID 是数字，例如 1400000001。</translation>
    </message>
    <message>
        <source>An account takes 32 bytes at most: 32 letters or digits, or 10 Chinese characters.</source>
        <translation>账号最多 32 字节：32 个字母或数字，或 10 个汉字。</translation>
    </message>
    <message>
        <source>Another host…</source>
        <translation>其他服务地址…</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>法兰克福</translation>
    </message>
    <message>
        <source>It is too long. Copy it again.</source>
        <translation>太长了。请重新复制。</translation>
    </message>
    <message>
        <source>Its attributes: {0}.</source>
        <translation>它的属性：{0}。</translation>
    </message>
    <message>
        <source>Its length is not that of a key. Copy it again.</source>
        <translation>长度不像密钥。请重新复制。</translation>
    </message>
    <message>
        <source>Jakarta</source>
        <translation>雅加达</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国大陆</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>孟买</translation>
    </message>
    <message>
        <source>No attributes are declared in it yet.</source>
        <translation>应用还没有声明属性。</translation>
    </message>
    <message>
        <source>No chat message, a notification alone. It can be planned, taken back for 24 hours and looked up in figures.</source>
        <translation>没有聊天消息，只有通知。可以定时，24 小时内可撤回，并有统计数据。</translation>
    </message>
    <message>
        <source>Push plug-in, notification only</source>
        <translation>推送插件，仅通知</translation>
    </message>
    <message>
        <source>Push plug-in, with a chat message</source>
        <translation>推送插件，带聊天消息</translation>
    </message>
    <message>
        <source>Push to all users</source>
        <translation>全员推送</translation>
    </message>
    <message>
        <source>Riyadh</source>
        <translation>利雅得</translation>
    </message>
    <message>
        <source>SDKAppID or administrator can&apos;t be used as they are. Enter them again.</source>
        <translation>SDKAppID 或管理员账号不能直接使用。请重新填写。</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>首尔</translation>
    </message>
    <message>
        <source>Silicon Valley</source>
        <translation>硅谷</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Something else than the Chat service answered: perhaps a log-in page of the network, a proxy, or a host of another service. Check the region, then Settings, Network.</source>
        <translation>应答的不是 Chat 服务：可能是网络的登录页、代理，或其他服务的地址。请检查地域，再看「设置」的「网络」。</translation>
    </message>
    <message>
        <source>The Chat app&apos;s secret key is not at hand. Enter it.</source>
        <translation>手头没有这个 Chat 应用的密钥。请填写。</translation>
    </message>
    <message>
        <source>The host could not be found. Check its spelling, and whether this computer is online.</source>
        <translation>找不到服务地址。请检查拼写，以及这台电脑是否联网。</translation>
    </message>
    <message>
        <source>The secret key can&apos;t be used as it is. Copy it again from the Chat console.</source>
        <translation>密钥不能直接使用。请从 Chat 控制台重新复制。</translation>
    </message>
    <message>
        <source>There is a character in it that can&apos;t be there. Copy it from the console.</source>
        <translation>其中有不该出现的字符。请从控制台复制。</translation>
    </message>
    <message>
        <source>There is a line end or an invisible character inside. Copy it again.</source>
        <translation>里面有换行或不可见字符。请重新复制。</translation>
    </message>
    <message>
        <source>There is a space inside. Copy it again.</source>
        <translation>里面有空格。请重新复制。</translation>
    </message>
    <message>
        <source>This Chat app is connected already, with another name.</source>
        <translation>这个 Chat 应用已经连接过，用的是另一个名称。</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) ahead; set it right.</source>
        <translation>
            <numerusform>这台电脑的时钟快了 %Ln 分钟，请调准。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) behind; set it right.</source>
        <translation>
            <numerusform>这台电脑的时钟慢了 %Ln 分钟，请调准。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>This is no host of Tencent&apos;s Chat service. They look like adminapisgp.im.qcloud.com.</source>
        <translation>这不是腾讯云 Chat 服务的地址。服务地址形如 adminapisgp.im.qcloud.com。</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>东京</translation>
    </message>
    <message>
        <source>key in the password store</source>
        <translation>密钥在系统密码库中</translation>
    </message>
    <message>
        <source>key kept until you close the program</source>
        <translation>密钥保留到关闭程序为止</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>✓ The Chat service knows this app and its key.</source>
        <translation>✓ Chat 服务认识这个应用及其密钥。</translation>
    </message>
</context>
<context>
    <name>ChatAppsCard</name>
    <message>
        <source>Apps of Tencent Cloud Chat (IM), for pushes to all of their users.</source>
        <translation>腾讯云即时通信 IM（Chat）的应用，用于向其全部用户推送。</translation>
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
        <source>Chat apps</source>
        <translation>Chat 应用</translation>
    </message>
    <message>
        <source>Connect a Chat app…</source>
        <translation>连接 Chat 应用…</translation>
    </message>
    <message>
        <source>Connect another Chat app…</source>
        <translation>连接其他 Chat 应用…</translation>
    </message>
    <message>
        <source>Kind of push in practice</source>
        <translation>演练中的推送种类</translation>
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
        <source>What must be ready first?</source>
        <translation>需要先准备什么？</translation>
    </message>
</context>
<context>
    <name>ChatAudience</name>
    <message numerus="yes">
        <source>%Ln named user(s).</source>
        <translation>
            <numerusform>%Ln 个指定用户。</numerusform>
        </translation>
    </message>
    <message>
        <source>, and </source>
        <translation>，并且</translation>
    </message>
    <message>
        <source>All users of the app.</source>
        <translation>应用的所有用户。</translation>
    </message>
    <message>
        <source>All users {0}.</source>
        <translation>{0}的所有用户。</translation>
    </message>
    <message>
        <source>of whom one of these holds: {0}</source>
        <translation>满足以下任一条件（{0}）</translation>
    </message>
    <message>
        <source>whose {0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>with all the tags {0}</source>
        <translation>带有全部标签{0}</translation>
    </message>
    <message>
        <source>with any of the tags {0}</source>
        <translation>带有标签{0}之一</translation>
    </message>
    <message>
        <source>with the tag {0}</source>
        <translation>带标签{0}</translation>
    </message>
    <message>
        <source>{0} is {1}</source>
        <translation>{0} 为{1}</translation>
    </message>
</context>
<context>
    <name>ChatBubbles</name>
    <message>
        <source>The message in the chat</source>
        <translation>聊天中的消息</translation>
    </message>
</context>
<context>
    <name>ChatCard</name>
    <message>
        <source>In the chat and on the phones</source>
        <translation>在聊天和手机上</translation>
    </message>
    <message>
        <source>No notification appears on phones where the app is not open.</source>
        <translation>应用没有打开的手机不会显示通知。</translation>
    </message>
    <message>
        <source>On the phones</source>
        <translation>手机上的样子</translation>
    </message>
</context>
<context>
    <name>ChatChecks</name>
    <message>
        <source>A character that nobody sees stands in: {names}. Type it anew, unless it belongs there: users known without it get nothing.</source>
        <translation>以下内容含有看不见的字符：{names}。除非本来就有，请重新输入：名称中没有这个字符的用户收不到。</translation>
    </message>
    <message>
        <source>A message takes one piece of custom data. Take the other out.</source>
        <translation>一条消息只能带一份自定义数据。取出另一份。</translation>
    </message>
    <message>
        <source>A row in “{field}” has neither title nor text. Fill one in, or take the row out.</source>
        <translation>「{field}」中有一行既没有标题也没有正文。请填写其一，或移除该行。</translation>
    </message>
    <message>
        <source>A row in “{field}” has no code. Enter one such as en, or take the row out.</source>
        <translation>「{field}」中有一行没有代码。请填写（如 en），或移除该行。</translation>
    </message>
    <message>
        <source>A row in “{field}” has no name. Name it or take the row out.</source>
        <translation>「{field}」中有一行没有名称。填写名称，或移除该行。</translation>
    </message>
    <message>
        <source>A text in “{field}” and the data of the notification are larger than 3 KB together. Shorten one of them.</source>
        <translation>「{field}」中的一段正文与通知附带的数据合计超过 3 KB。请缩短其中之一。</translation>
    </message>
    <message>
        <source>All {most} pushes of today have been sent from this computer. Chat may refuse another one until tomorrow, Beijing time.</source>
        <translation>今天的 {most} 次推送已从这台电脑发完。北京时间明天之前，Chat 可能拒绝再次推送。</translation>
    </message>
    <message>
        <source>An attribute in “{field}” has no name. Choose one, or take the row out.</source>
        <translation>「{field}」中有一个属性没有名称。选择一个，或移除该行。</translation>
    </message>
    <message>
        <source>An attribute is half written. Complete it, or take the row out.</source>
        <translation>有一个属性没有写完。补全，或移除该行。</translation>
    </message>
    <message>
        <source>An attribute stands in “{field}” once at most: {names}. Take the other row out.</source>
        <translation>同一属性在「{field}」中只能出现一次：{names}。移除另一行。</translation>
    </message>
    <message>
        <source>Chat cannot read “{field}” as it is written. Write it as the hint says.</source>
        <translation>Chat 读不懂「{field}」的写法。按提示填写。</translation>
    </message>
    <message>
        <source>Choose who receives this.</source>
        <translation>选择谁会收到。</translation>
    </message>
    <message>
        <source>Custom data alone shows no notification. Give the notification a text, or the data a description.</source>
        <translation>只有自定义数据时不会显示通知。填写通知正文，或给数据加说明。</translation>
    </message>
    <message>
        <source>In both fields of tags: {tags}. Take it out of one of them.</source>
        <translation>两栏标签中都有：{tags}。从其中一栏取出。</translation>
    </message>
    <message>
        <source>It can be kept for at most {days} days. Choose a shorter time.</source>
        <translation>最多保留 {days} 天。选择更短的时间。</translation>
    </message>
    <message>
        <source>It is to start {beijing}, Beijing time. Tencent does not say which clock it goes by: look under Scheduled after sending.</source>
        <translation>将于北京时间 {beijing} 开始。腾讯云没有说明按哪个时区：发送后到「定时」中查看。</translation>
    </message>
    <message>
        <source>It would reach people at night ({time} in Beijing).</source>
        <translation>会在夜间送达（北京时间 {time}）。</translation>
    </message>
    <message>
        <source>Message and notification together are larger than {most} bytes as they are sent. Shorten them.</source>
        <translation>消息与通知合起来发送时超过 {most} 字节。缩短它们。</translation>
    </message>
    <message>
        <source>No notification: users see the message when they open the app.</source>
        <translation>没有通知：用户打开应用时才看到消息。</translation>
    </message>
    <message>
        <source>No push has been sent by “{sender}” from here yet. The account has to be there in the Chat app, so look at the spelling.</source>
        <translation>这里还没有以「{sender}」发送过推送。该账号须已在 Chat 应用中存在，请核对写法。</translation>
    </message>
    <message>
        <source>Nobody would receive this. Add at least one attribute and its value.</source>
        <translation>没有人会收到。至少添加一个属性及其值。</translation>
    </message>
    <message>
        <source>Nobody would receive this. Add at least one entry.</source>
        <translation>没有任何人会收到。请至少添加一项。</translation>
    </message>
    <message>
        <source>Nobody would receive this. Add at least one tag.</source>
        <translation>没有人会收到。至少添加一个标签。</translation>
    </message>
    <message>
        <source>Only users who are online at that moment get it; nothing is kept for others.</source>
        <translation>只有当时在线的用户会收到，不为其他人保留。</translation>
    </message>
    <message>
        <source>Pick a date and a time.</source>
        <translation>选择日期和时间。</translation>
    </message>
    <message>
        <source>Read names again</source>
        <translation>重新读取名称</translation>
    </message>
    <message>
        <source>Repeated users, each counted once: {repeats}.</source>
        <translation>重复的用户各计一次：{repeats} 个。</translation>
    </message>
    <message>
        <source>Something stands twice in “{field}”. Take one of them out.</source>
        <translation>「{field}」中有重复的内容，请删除一个。</translation>
    </message>
    <message>
        <source>Tags and attributes do not go together: the attributes that were written are kept, but not used.</source>
        <translation>标签与属性不能同用：已写的属性会保留，但不使用。</translation>
    </message>
    <message>
        <source>Tags and attributes do not go together: the tags that were written are kept, but not used.</source>
        <translation>标签与属性不能同用：已写的标签会保留，但不使用。</translation>
    </message>
    <message>
        <source>Text and data of the notification are larger than 3 KB together. Shorten one of them.</source>
        <translation>通知的正文与数据共超过 3 KB。缩短其中之一。</translation>
    </message>
    <message>
        <source>Text and data of the notification take {bytes} bytes together, and {most} is the most. Shorten one of them.</source>
        <translation>通知的正文与数据共 {bytes} 字节，最多 {most} 字节。缩短其中之一。</translation>
    </message>
    <message>
        <source>The app does not declare these attributes: {names}. Look at the spelling, read the names again, or declare them under Users.</source>
        <translation>应用没有声明这些属性：{names}。核对写法，重新读取名称，或在「用户」中声明。</translation>
    </message>
    <message>
        <source>The message has nothing in it yet. Write a text or add something else.</source>
        <translation>消息还没有内容。写一段文字，或添加其他元素。</translation>
    </message>
    <message>
        <source>The message has nothing in it. Add a text or something else.</source>
        <translation>消息没有内容。添加文字或其他元素。</translation>
    </message>
    <message>
        <source>The message is larger than 8 KB as it is sent. Shorten it.</source>
        <translation>消息发送时超过 8 KB。缩短它。</translation>
    </message>
    <message>
        <source>The message is larger than {most} bytes as it is sent. Shorten it.</source>
        <translation>消息发送时超过 {most} 字节。缩短它。</translation>
    </message>
    <message>
        <source>The notification&apos;s text is cut on {makers}.</source>
        <translation>通知正文在{makers}上会被截断。</translation>
    </message>
    <message>
        <source>The same tag stands in both fields. Take it out of one.</source>
        <translation>同一个标签出现在两栏中。从其中一栏取出。</translation>
    </message>
    <message>
        <source>The tag “{tag}” takes {bytes} bytes, and {most} is the most. A Chinese character takes 3.</source>
        <translation>标签「{tag}」占 {bytes} 字节，最多 {most} 字节。一个汉字占 3 字节。</translation>
    </message>
    <message>
        <source>The title is cut on {makers}.</source>
        <translation>标题在{makers}上会被截断。</translation>
    </message>
    <message>
        <source>The value of “{name}” takes {bytes} bytes, and {most} is the most. A Chinese character takes 3.</source>
        <translation>「{name}」的值占 {bytes} 字节，最多 {most} 字节。一个汉字占 3 字节。</translation>
    </message>
    <message>
        <source>This Chat app cannot push to named users. Choose everyone, tags or attributes.</source>
        <translation>此 Chat 应用不能推送给指定用户。改选所有人、标签或属性。</translation>
    </message>
    <message>
        <source>This Chat app cannot start a push at a set time. Send it now.</source>
        <translation>此 Chat 应用不能定时开始推送。改为立即发送。</translation>
    </message>
    <message>
        <source>This app sends notifications alone. Give it a title or a text.</source>
        <translation>此应用只发送通知。填写标题或正文。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off by about {minutes} minutes. Chat may refuse the login.</source>
        <translation>这台电脑的时钟约差 {minutes} 分钟。Chat 可能拒绝登录。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off by about {minutes} minutes. Set it right, then check again.</source>
        <translation>这台电脑的时钟约差 {minutes} 分钟。校准后再检查。</translation>
    </message>
    <message>
        <source>This time has passed or comes too soon. Pick a later one.</source>
        <translation>这个时间已过或太近。选择更晚的时间。</translation>
    </message>
    <message>
        <source>Two names in “{field}” are the same. Rename one of them.</source>
        <translation>「{field}」中有两个名称相同。改掉其中一个。</translation>
    </message>
    <message>
        <source>Two rows in “{field}” are for the same language. Take one of them out.</source>
        <translation>「{field}」中有两行是同一种语言。请移除其中一行。</translation>
    </message>
    <message>
        <source>Which attributes the app declares was not read yet. With a name that is not among them nobody would receive this.</source>
        <translation>还没有读取应用声明了哪些属性。若名称不在其中，没有人会收到。</translation>
    </message>
    <message>
        <source>Your own mark takes {bytes} bytes, and {most} is the most. Shorten it.</source>
        <translation>自定义标记占 {bytes} 字节，最多 {most} 字节。缩短它。</translation>
    </message>
    <message>
        <source>{0} of element {1}</source>
        <translation>元素 {1} 的{0}</translation>
    </message>
    <message>
        <source>{count} tags in “{field}”. It takes at most {most}. Take some out.</source>
        <translation>「{field}」中有 {count} 个标签，最多 {most} 个。取出一些。</translation>
    </message>
    <message>
        <source>{count} users are named. A push takes at most {most}. Take some out.</source>
        <translation>已指定 {count} 个用户，一次推送最多 {most} 个。取出一些。</translation>
    </message>
    <message>
        <source>{kind} {place}: “{title}” is still empty. Fill it in, or take it out.</source>
        <translation>{kind} {place}：「{title}」还空着。填写它，或取出该元素。</translation>
    </message>
    <message>
        <source>{left} of {most} pushes are left today, by what left from this computer.</source>
        <translation>按这台电脑的发送情况，今天还可推送 {left}/{most} 次。</translation>
    </message>
    <message>
        <source>“{field}” does not go together with another choice. Take one of them back.</source>
        <translation>「{field}」与另一项选择不能同用。撤回其中一项。</translation>
    </message>
    <message>
        <source>“{field}” does not take this. Write it as the hint says.</source>
        <translation>「{field}」不接受这个内容。按提示填写。</translation>
    </message>
    <message>
        <source>“{field}” has passed. Pick a later time.</source>
        <translation>「{field}」已过。选择更晚的时间。</translation>
    </message>
    <message>
        <source>“{field}” holds data that cannot be read. Enter it again.</source>
        <translation>「{field}」中的数据无法读取，请重新填写。</translation>
    </message>
    <message>
        <source>“{field}” holds half a character, which cannot be sent. Delete it and type it again.</source>
        <translation>「{field}」含有半个字符，无法发送。请删除后重新输入。</translation>
    </message>
    <message>
        <source>“{field}” holds more than Chat takes. Take some out.</source>
        <translation>「{field}」超出 Chat 的数量上限。取出一些。</translation>
    </message>
    <message>
        <source>“{field}” is above what Chat takes. Enter a smaller number.</source>
        <translation>「{field}」高于 Chat 的上限。填写更小的数。</translation>
    </message>
    <message>
        <source>“{field}” is below what Chat takes. Enter a larger number.</source>
        <translation>「{field}」低于 Chat 的下限。填写更大的数。</translation>
    </message>
    <message>
        <source>“{field}” is still empty. Fill it in.</source>
        <translation>「{field}」还没有填写。</translation>
    </message>
    <message>
        <source>“{field}” is too far ahead. Pick another.</source>
        <translation>「{field}」太远。另选一个。</translation>
    </message>
    <message>
        <source>“{field}” is too long. Shorten it.</source>
        <translation>「{field}」太长。缩短它。</translation>
    </message>
    <message>
        <source>“{field}” is too short. Add to it.</source>
        <translation>「{field}」太短。补充一些。</translation>
    </message>
    <message>
        <source>“{field}” names an attribute that the app does not declare. Choose one of its own, or declare it under Users.</source>
        <translation>「{field}」中有应用没有声明的属性。选择已声明的，或在「用户」中声明。</translation>
    </message>
    <message>
        <source>“{field}” takes a number with a point, such as 22.543.</source>
        <translation>「{field}」要填带小数点的数字，例如 22.543。</translation>
    </message>
    <message>
        <source>“{field}” takes a number. Enter it in digits.</source>
        <translation>「{field}」须为数字。用阿拉伯数字填写。</translation>
    </message>
    <message>
        <source>“{field}” takes a whole address that begins with https://, such as https://www.example.com/menu.pdf.</source>
        <translation>「{field}」要填以 https:// 开头的完整网址，例如 https://www.example.com/menu.pdf。</translation>
    </message>
    <message>
        <source>“{found}” looks like code or like a blank. Nothing fills it in: people read it like this.</source>
        <translation>「{found}」像是代码或未填的变量。不会有内容替换它，用户看到的就是这样。</translation>
    </message>
    <message>
        <source>“{name}” has no value. Write one, or take the row out.</source>
        <translation>「{name}」没有值。填写值，或移除该行。</translation>
    </message>
</context>
<context>
    <name>ChatCodes</name>
    <message>
        <source>A push can be taken back for 24 hours, and this one is older.</source>
        <translation>推送只能在 24 小时内撤回，这一条已经超过。</translation>
    </message>
    <message>
        <source>A tag is too long: 50 bytes at most, a Chinese character is 3.</source>
        <translation>标签过长：最多 50 字节，一个汉字占 3 字节。</translation>
    </message>
    <message>
        <source>A tag or an attribute is either for users or for devices, and this one is for the others.</source>
        <translation>标签或属性要么用于用户、要么用于设备，而这一个属于另一种。</translation>
    </message>
    <message>
        <source>A user is missing, or not known to this Chat app.</source>
        <translation>缺少用户，或这个 Chat 应用不认识该用户。</translation>
    </message>
    <message>
        <source>A user is not known to this Chat app: an account exists once it logged in or was imported.</source>
        <translation>这个 Chat 应用不认识某个用户：登录过或导入过的账号才存在。</translation>
    </message>
    <message>
        <source>A user never logged in to this Chat app.</source>
        <translation>某个用户从未登录过这个 Chat 应用。</translation>
    </message>
    <message>
        <source>Add this network&apos;s address to the list in the Chat console, or use a network that is on it.</source>
        <translation>在 Chat 控制台把当前网络的地址加入名单，或使用名单中的网络。</translation>
    </message>
    <message>
        <source>An attribute is empty or too long: 1 to 50 bytes, a Chinese character is 3.</source>
        <translation>属性为空或过长：1 到 50 字节，一个汉字占 3 字节。</translation>
    </message>
    <message>
        <source>Another generation may be the app&apos;s: change it in the Chat app, and check the host.</source>
        <translation>应用可能属于另一代接口：在 Chat 应用中更改，并检查服务地址。</translation>
    </message>
    <message>
        <source>Ask Tencent&apos;s support why; name the SDKAppID and the code.</source>
        <translation>请向腾讯云支持询问原因，并提供 SDKAppID 和错误码。</translation>
    </message>
    <message>
        <source>Change the text and review the push again.</source>
        <translation>修改正文后重新核对推送。</translation>
    </message>
    <message>
        <source>Check that it was sent with this Chat app and less than 24 hours ago.</source>
        <translation>核对它是用这个 Chat 应用发送的，并且不超过 24 小时。</translation>
    </message>
    <message>
        <source>Check the administrator&apos;s account: no spaces, at most 32 characters.</source>
        <translation>检查管理员账号：不能有空格，最多 32 个字符。</translation>
    </message>
    <message>
        <source>Check the spelling, capital letters too; otherwise let the user log in once or ask a developer to import the account.</source>
        <translation>核对拼写，也包括大小写；否则请该用户登录一次，或让开发人员导入账号。</translation>
    </message>
    <message>
        <source>Choose 7 days or less for people who are offline.</source>
        <translation>为离线用户选择 7 天以内。</translation>
    </message>
    <message>
        <source>Choose a sender who logged in once or was imported, or leave it empty: then the administrator is shown.</source>
        <translation>选择登录过或导入过的发送者，或者留空：那样会显示管理员。</translation>
    </message>
    <message>
        <source>Choose it again, in whole days or hours.</source>
        <translation>重新选择，用整天或整小时。</translation>
    </message>
    <message>
        <source>Choose people by tags or by attributes.</source>
        <translation>请按标签或按属性选择人群。</translation>
    </message>
    <message>
        <source>Compare the SDKAppID with the Chat console, and choose the region in which the app was made.</source>
        <translation>与 Chat 控制台核对 SDKAppID，并选择创建应用时所在的地域。</translation>
    </message>
    <message>
        <source>Compare the number with the Chat console, and choose the region in which the app was made.</source>
        <translation>与 Chat 控制台核对号码，并选择创建应用时所在的地域。</translation>
    </message>
    <message>
        <source>Copy SDKAppID and key again, both from the same page of the console.</source>
        <translation>在控制台的同一页面重新复制 SDKAppID 和密钥。</translation>
    </message>
    <message>
        <source>Copy all three again from the Chat console, page “Basic Configuration” of the app.</source>
        <translation>到 Chat 控制台该应用的「基本配置」页面重新复制这三项。</translation>
    </message>
    <message>
        <source>Copy the key of this SDKAppID again from the Chat console, without spaces at its ends.</source>
        <translation>到 Chat 控制台重新复制这个 SDKAppID 的密钥，首尾不要带空格。</translation>
    </message>
    <message>
        <source>Copy the key that the Chat console shows now for this SDKAppID.</source>
        <translation>复制 Chat 控制台目前为这个 SDKAppID 显示的密钥。</translation>
    </message>
    <message>
        <source>Enter an administrator&apos;s account; the Chat console lists them, or lets you add this one.</source>
        <translation>请填写管理员账号；Chat 控制台会列出管理员，也可以把这个账号设为管理员。</translation>
    </message>
    <message>
        <source>Enter it again; it is a number such as 1400000001.</source>
        <translation>请重新填写；它是类似 1400000001 的数字。</translation>
    </message>
    <message>
        <source>Enter the account again, with the same capital and small letters.</source>
        <translation>重新填写账号，注意大小写一致。</translation>
    </message>
    <message>
        <source>Enter the notification that shall stand in its place.</source>
        <translation>填写用来替换的通知。</translation>
    </message>
    <message>
        <source>Enter users who logged in once or were imported, spelled as in the app.</source>
        <translation>填写登录过或导入过的用户，拼写与应用中一致。</translation>
    </message>
    <message>
        <source>Fill it in or take it out.</source>
        <translation>填写或去掉它。</translation>
    </message>
    <message>
        <source>Fill it in, or shorten it, and try again.</source>
        <translation>填写或缩短后再试。</translation>
    </message>
    <message>
        <source>How long the message is kept could not be read.</source>
        <translation>消息保留多久无法读取。</translation>
    </message>
    <message>
        <source>It needs a certain edition and is switched on in the Chat console; see “What must be ready”.</source>
        <translation>它需要特定的版本，并在 Chat 控制台开通；见「准备事项」。</translation>
    </message>
    <message>
        <source>Its owner can switch it on again in the Chat console.</source>
        <translation>应用的所有者可以在 Chat 控制台重新启用。</translation>
    </message>
    <message>
        <source>Leave the user out, or ask a developer to import the account.</source>
        <translation>去掉该用户，或让开发人员导入账号。</translation>
    </message>
    <message>
        <source>Let the Chat console show the app&apos;s key once, then copy it here.</source>
        <translation>在 Chat 控制台查看一次应用密钥，再复制到这里。</translation>
    </message>
    <message>
        <source>Look at the parts one by one: each needs all its fields, and custom data may stand in it once only. Then review the push again.</source>
        <translation>逐一查看各部分：每一部分的栏目都要填全，自定义数据只能有一份。然后重新核对推送。</translation>
    </message>
    <message>
        <source>Look at the settings for single makers; leave out what is not needed.</source>
        <translation>查看各厂商的设置，去掉不需要的内容。</translation>
    </message>
    <message>
        <source>Look for a blank or an odd character, then try again.</source>
        <translation>看看有没有空格或异常字符，然后再试。</translation>
    </message>
    <message>
        <source>Look through the accounts: one a line, nothing else.</source>
        <translation>查看这些账号：每行一个，不要有别的内容。</translation>
    </message>
    <message>
        <source>No message of this push was kept, so it can only be replaced by another notification.</source>
        <translation>这条推送没有保留消息，只能用另一条通知替换。</translation>
    </message>
    <message>
        <source>Of a push nobody knows then whether it went: look at a phone before it is sent again. A developer can look at the app&apos;s callbacks.</source>
        <translation>如果是推送，此时无法知道是否已经发出：再次发送前请先看看手机。开发人员可以检查应用的回调。</translation>
    </message>
    <message>
        <source>Of a push nobody knows then whether it went: look at a phone before it is sent again. Anything else can be tried again in a minute.</source>
        <translation>如果是推送，此时无法知道是否已经发出：再次发送前请先看看手机。其他操作一分钟后可以重试。</translation>
    </message>
    <message>
        <source>Of a push nobody knows then whether it went: look at a phone before it is sent again. Anything else can simply be tried again.</source>
        <translation>如果是推送，此时无法知道是否已经发出：再次发送前请先看看手机。其他操作直接重试即可。</translation>
    </message>
    <message>
        <source>One of the tags is empty.</source>
        <translation>有一个标签是空的。</translation>
    </message>
    <message>
        <source>Only one push a second can be taken back.</source>
        <translation>每秒只能撤回一条推送。</translation>
    </message>
    <message>
        <source>Open the push under Sent and take it back from there.</source>
        <translation>在「推送记录」中打开这条推送，从那里撤回。</translation>
    </message>
    <message>
        <source>Pushing to all users is not switched on for this Chat app.</source>
        <translation>这个 Chat 应用没有开通全员推送。</translation>
    </message>
    <message>
        <source>Read the attribute names under Users anew, and choose one of them.</source>
        <translation>在「用户」中重新读取属性名，再从中选择。</translation>
    </message>
    <message>
        <source>Renew it in the Chat console, then send again.</source>
        <translation>在 Chat 控制台续费后再发送。</translation>
    </message>
    <message>
        <source>Send a correction instead.</source>
        <translation>可以改发一条更正。</translation>
    </message>
    <message>
        <source>Send it tomorrow. When the day ends is not published; midnight in Beijing is likely.</source>
        <translation>请明天再发。一天何时结束没有公布，很可能是北京时间零点。</translation>
    </message>
    <message>
        <source>Set date, time and time zone right, then try again.</source>
        <translation>把日期、时间和时区调准后再试。</translation>
    </message>
    <message>
        <source>Shorten it and review the push again.</source>
        <translation>缩短后重新核对推送。</translation>
    </message>
    <message>
        <source>Shorten the tag and try again.</source>
        <translation>缩短标签后再试。</translation>
    </message>
    <message>
        <source>Shorten the text or the custom data, or leave a part out.</source>
        <translation>缩短正文或自定义数据，或去掉一部分。</translation>
    </message>
    <message>
        <source>Shorten the text, the custom data or the extension.</source>
        <translation>缩短正文、自定义数据或扩展内容。</translation>
    </message>
    <message>
        <source>Split them, or give them a tag and push to that.</source>
        <translation>分批发送，或给他们加标签后按标签推送。</translation>
    </message>
    <message>
        <source>Tags and attributes can&apos;t be used in the same push.</source>
        <translation>同一条推送不能同时使用标签和属性。</translation>
    </message>
    <message>
        <source>Take it off the list in the Chat console, or enter another one.</source>
        <translation>在 Chat 控制台移出黑名单，或填写另一个账号。</translation>
    </message>
    <message>
        <source>Take it out of one of them.</source>
        <translation>从其中一处去掉。</translation>
    </message>
    <message>
        <source>Take some out, then try again.</source>
        <translation>去掉一些再试。</translation>
    </message>
    <message>
        <source>Tencent&apos;s content check refused the text.</source>
        <translation>内容安全审核未通过。</translation>
    </message>
    <message>
        <source>The Chat app doesn&apos;t know an attribute, or two have the same name.</source>
        <translation>Chat 应用不认识某个属性，或有两个属性同名。</translation>
    </message>
    <message>
        <source>The Chat app takes questions from certain network addresses only, and this computer&apos;s is not among them.</source>
        <translation>Chat 应用只接受某些网络地址的请求，而这台电脑的地址不在其中。</translation>
    </message>
    <message>
        <source>The Chat app&apos;s paid package has run out.</source>
        <translation>Chat 应用购买的套餐已到期。</translation>
    </message>
    <message>
        <source>The Chat service can&apos;t tell which push is meant.</source>
        <translation>Chat 服务分不清指的是哪条推送。</translation>
    </message>
    <message>
        <source>The Chat service could not check who is asking: SDKAppID, administrator and secret key don&apos;t belong together.</source>
        <translation>Chat 服务无法确认请求者的身份：SDKAppID、管理员账号和密钥不是一套。</translation>
    </message>
    <message>
        <source>The Chat service could not read one of the accounts.</source>
        <translation>Chat 服务读不懂其中一个账号。</translation>
    </message>
    <message>
        <source>The Chat service could not read what this program sent it, so it did nothing.</source>
        <translation>Chat 服务读不懂本程序发去的内容，因此什么也没有做。</translation>
    </message>
    <message>
        <source>The Chat service did not understand the address asked.</source>
        <translation>Chat 服务看不懂请求的地址。</translation>
    </message>
    <message>
        <source>The Chat service doesn&apos;t accept a part of the message.</source>
        <translation>Chat 服务不接受消息中的某一部分。</translation>
    </message>
    <message>
        <source>The Chat service doesn&apos;t accept one of the values.</source>
        <translation>Chat 服务不接受其中一个值。</translation>
    </message>
    <message>
        <source>The Chat service doesn&apos;t accept the notification.</source>
        <translation>Chat 服务不接受这条通知。</translation>
    </message>
    <message>
        <source>The Chat service doesn&apos;t know this push any more.</source>
        <translation>Chat 服务已经没有这条推送的记录。</translation>
    </message>
    <message>
        <source>The Chat service doesn&apos;t let this app ask this.</source>
        <translation>Chat 服务不允许这个应用做此请求。</translation>
    </message>
    <message>
        <source>The Chat service had a fault of its own.</source>
        <translation>Chat 服务自身出了故障。</translation>
    </message>
    <message>
        <source>The Chat service had a fault, or the server that your company runs beside it did not answer.</source>
        <translation>Chat 服务出了故障，或者你们公司配套的服务器没有应答。</translation>
    </message>
    <message>
        <source>The Chat service has no key for this app yet.</source>
        <translation>Chat 服务还没有这个应用的密钥。</translation>
    </message>
    <message>
        <source>The Chat service said no, for a reason that this program doesn&apos;t know.</source>
        <translation>Chat 服务拒绝了请求，原因本程序不认识。</translation>
    </message>
    <message>
        <source>The Chat service took too long inside and gave up.</source>
        <translation>Chat 服务内部用时过长，没有完成。</translation>
    </message>
    <message>
        <source>The Chat service was asked too often in a short time.</source>
        <translation>短时间内向 Chat 服务请求过于频繁。</translation>
    </message>
    <message>
        <source>The SDKAppID did not reach the Chat service.</source>
        <translation>SDKAppID 没有送到 Chat 服务。</translation>
    </message>
    <message>
        <source>The account is not an administrator of this Chat app, and only those may ask.</source>
        <translation>该账号不是这个 Chat 应用的管理员，只有管理员才能请求。</translation>
    </message>
    <message>
        <source>The administrator&apos;s account is not the one that signed.</source>
        <translation>管理员账号与签名时的账号不一致。</translation>
    </message>
    <message>
        <source>The administrator&apos;s account is on the block list.</source>
        <translation>管理员账号在黑名单中。</translation>
    </message>
    <message>
        <source>The details below are for a developer.</source>
        <translation>下面的详情供开发人员参考。</translation>
    </message>
    <message>
        <source>The host doesn&apos;t know this kind of push.</source>
        <translation>这个服务地址没有这种推送。</translation>
    </message>
    <message>
        <source>The key was tried too often in a short time.</source>
        <translation>短时间内校验密钥的次数过多。</translation>
    </message>
    <message>
        <source>The mark for statistics is too long: 64 bytes at most.</source>
        <translation>统计标记过长：最多 64 字节。</translation>
    </message>
    <message>
        <source>The message can be kept for 7 days at most.</source>
        <translation>消息最多保留 7 天。</translation>
    </message>
    <message>
        <source>The message is too long: all its parts together may be 8 KB.</source>
        <translation>消息过长：所有部分合计最多 8 KB。</translation>
    </message>
    <message>
        <source>The message to these users is too long: 8 KB at most, all parts together.</source>
        <translation>发给这些用户的消息过长：所有部分合计最多 8 KB。</translation>
    </message>
    <message>
        <source>The proof of who is asking counted as run out, although it was made just now: this computer&apos;s clock is more than a day behind.</source>
        <translation>身份凭证刚刚生成却被视为过期：这台电脑的时钟慢了一天以上。</translation>
    </message>
    <message>
        <source>The push is too long: message and notification together may be 10 KB.</source>
        <translation>推送过长：消息和通知合计最多 10 KB。</translation>
    </message>
    <message>
        <source>The same tag stands under “any” and under “all”.</source>
        <translation>同一个标签既在「任一」中又在「全部」中。</translation>
    </message>
    <message>
        <source>The secret key belongs to another Chat app, or was replaced.</source>
        <translation>密钥属于另一个 Chat 应用，或者已被更换。</translation>
    </message>
    <message>
        <source>The secret key belongs to another SDKAppID.</source>
        <translation>密钥属于另一个 SDKAppID。</translation>
    </message>
    <message>
        <source>The secret key is not the one of this Chat app.</source>
        <translation>密钥不是这个 Chat 应用的。</translation>
    </message>
    <message>
        <source>The sender is not a user of this Chat app.</source>
        <translation>发送者不是这个 Chat 应用的用户。</translation>
    </message>
    <message>
        <source>There are too many tags: 10 at most at a time.</source>
        <translation>标签过多：一次最多 10 个。</translation>
    </message>
    <message>
        <source>There are too many users: 500 at most for one push.</source>
        <translation>用户过多：一条推送最多 500 个。</translation>
    </message>
    <message>
        <source>There is no Chat app with this SDKAppID at this host.</source>
        <translation>这个服务地址没有这个 SDKAppID 的 Chat 应用。</translation>
    </message>
    <message>
        <source>There is nothing more to do about it.</source>
        <translation>不需要再做什么。</translation>
    </message>
    <message>
        <source>There were too many users in one request.</source>
        <translation>一次请求中的用户过多。</translation>
    </message>
    <message>
        <source>This Chat app asked more often than it may.</source>
        <translation>这个 Chat 应用的请求超过了允许的频率。</translation>
    </message>
    <message>
        <source>This Chat app is switched off.</source>
        <translation>这个 Chat 应用已停用。</translation>
    </message>
    <message>
        <source>This SDKAppID can&apos;t be used at this host.</source>
        <translation>这个 SDKAppID 不能在这个服务地址使用。</translation>
    </message>
    <message>
        <source>This push was taken back already.</source>
        <translation>这条推送已经撤回。</translation>
    </message>
    <message>
        <source>Today&apos;s pushes to all users are used up, 100 unless agreed otherwise.</source>
        <translation>今天的全员推送次数已用完，默认每天 100 次。</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, save a report under Settings, Report for support.</source>
        <translation>再试一次。如果仍然如此，请在「设置」的「支持报告」中保存一份报告。</translation>
    </message>
    <message>
        <source>Try with fewer; if it happens again, save a report for support.</source>
        <translation>减少用户再试；如果仍然如此，请保存一份支持报告。</translation>
    </message>
    <message>
        <source>Two pushes came less than a second apart; this one did not go.</source>
        <translation>两条推送相隔不到一秒；这一条没有发出。</translation>
    </message>
    <message>
        <source>Use another name for it.</source>
        <translation>换一个名称。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>等一分钟再试。</translation>
    </message>
    <message>
        <source>Wait a minute, then try once.</source>
        <translation>等一分钟，再试一次。</translation>
    </message>
    <message>
        <source>Wait a minute. Another program with the same SDKAppID counts as well.</source>
        <translation>等一分钟。使用同一 SDKAppID 的其他程序也计算在内。</translation>
    </message>
    <message>
        <source>Wait a moment, then review and send it again.</source>
        <translation>稍等片刻，重新核对后再发送。</translation>
    </message>
    <message>
        <source>Wait a moment, then take it back again.</source>
        <translation>稍等片刻，再撤回一次。</translation>
    </message>
</context>
<context>
    <name>ChatDialog</name>
    <message>
        <source>Administrator&apos;s account</source>
        <translation>管理员账号</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>修改「{0}」</translation>
    </message>
    <message>
        <source>Connect a Chat app</source>
        <translation>连接 Chat 应用</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Name you will recognise</source>
        <translation>名称（便于辨认）</translation>
    </message>
    <message>
        <source>Not sure? Choose the first and press Test. If the service doesn&apos;t know it or says that it is not switched on, ask a developer whether the app uses the push plug-in.</source>
        <translation>不确定？选第一种并点「测试」。如果服务不认识它或提示没有开通，请问开发人员应用是否使用推送插件。</translation>
    </message>
    <message>
        <source>One of Tencent&apos;s, as your developers use it.</source>
        <translation>腾讯云的服务地址，与开发人员使用的一致。</translation>
    </message>
    <message>
        <source>Region in which the app was made</source>
        <translation>创建应用时所在的地域</translation>
    </message>
    <message>
        <source>SDKAppID</source>
        <translation>SDKAppID</translation>
    </message>
    <message>
        <source>SDKAppID and key are in the console of Tencent Cloud Chat (IM), on the page “Basic Configuration” of the app.</source>
        <translation>SDKAppID 和密钥在腾讯云即时通信 IM（Chat）控制台中，位于应用的「基本配置」页面。</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>已保存；留空则保持不变</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>What must be ready first?</source>
        <translation>需要先准备什么？</translation>
    </message>
    <message>
        <source>Which kind of push does the app use?</source>
        <translation>应用使用哪种推送？</translation>
    </message>
</context>
<context>
    <name>ChatElements</name>
    <message>
        <source>A place on the map, with a description.</source>
        <translation>地图上的地点，带说明。</translation>
    </message>
    <message>
        <source>A recording that is played in the chat.</source>
        <translation>在聊天中播放的录音。</translation>
    </message>
    <message>
        <source>An emoticon of your app&apos;s own; not an emoji.</source>
        <translation>应用自己的表情，不是 emoji。</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>自定义数据</translation>
    </message>
    <message>
        <source>Custom data: your app decides what it shows</source>
        <translation>自定义数据：由应用决定如何显示</translation>
    </message>
    <message>
        <source>Data that your app reads and shows in its own way. One a message.</source>
        <translation>由应用读取并自行显示的数据，每条消息一份。</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Face {0} of your app</source>
        <translation>应用的表情 {0}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>还没有文字</translation>
    </message>
    <message>
        <source>Phones load it from its web address.</source>
        <translation>手机从网址加载。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Such as mp4.</source>
        <translation>例如 mp4。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>The notification&apos;s text where none is given.</source>
        <translation>没有填写通知正文时用作正文。</translation>
    </message>
    <message>
        <source>The place in words; phones show it below the map.</source>
        <translation>地点的文字说明，显示在地图下方。</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>What your app knows the face by.</source>
        <translation>应用据此识别表情。</translation>
    </message>
    <message>
        <source>With a still that stands for it.</source>
        <translation>带一张封面。</translation>
    </message>
    <message>
        <source>[{0}]</source>
        <translation>[{0}]</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
</context>
<context>
    <name>ChatExamples</name>
    <message>
        <source>A new savings offer goes with the stocks that you follow.</source>
        <translation>与你关注的股票配套的理财服务已上线。</translation>
    </message>
    <message>
        <source>Everyone, a week before an event</source>
        <translation>活动前一周，推送给所有人</translation>
    </message>
    <message>
        <source>Followers of stock A or stock B</source>
        <translation>关注股票 A 或股票 B 的人</translation>
    </message>
    <message>
        <source>Live next Friday</source>
        <translation>下周五开播</translation>
    </message>
    <message>
        <source>News of your stocks</source>
        <translation>你关注的股票有消息</translation>
    </message>
    <message>
        <source>Our big live show starts next Friday at 20:00. See you there.</source>
        <translation>大型直播下周五 20:00 开始，不见不散。</translation>
    </message>
    <message>
        <source>Platinum members in Shenzhen</source>
        <translation>深圳的白金会员</translation>
    </message>
    <message>
        <source>Platinum members: the preview sale in Shenzhen opens tonight at 20:00.</source>
        <translation>白金会员：深圳预售今晚 20:00 开始。</translation>
    </message>
    <message>
        <source>Preview sale tonight</source>
        <translation>今晚预售</translation>
    </message>
</context>
<context>
    <name>ChatFields</name>
    <message>
        <source>A file of the app: MP3, WAV or MPEG.</source>
        <translation>应用内的文件：MP3、WAV 或 MPEG。</translation>
    </message>
    <message>
        <source>A line between title and text.</source>
        <translation>标题与正文之间的一行。</translation>
    </message>
    <message>
        <source>A private message</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>Add: 1 to 99. Set: up to 999 on iPhone, 99 on Huawei, Honor and HarmonyOS.</source>
        <translation>增加：1 到 99。设为：iPhone 最大 999，华为、荣耀和 HarmonyOS 最大 99。</translation>
    </message>
    <message>
        <source>Address of the still</source>
        <translation>封面地址</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>As an incoming call</source>
        <translation>作为来电</translation>
    </message>
    <message>
        <source>As in 1400000000-1, from the console. Its words stand in for those here.</source>
        <translation>形如 1400000000-1，见控制台。模板的文字会代替这里的文字。</translation>
    </message>
    <message>
        <source>As registered with Xiaomi. Without it Android 8 and later may be silent.</source>
        <translation>在小米登记的 ID。没有它，安卓 8 及以上可能不显示。</translation>
    </message>
    <message>
        <source>As users see it, such as menu.pdf.</source>
        <translation>用户看到的名称，例如 menu.pdf。</translation>
    </message>
    <message>
        <source>As your app counts its faces, from 0.</source>
        <translation>按应用自己的表情编号，从 0 开始。</translation>
    </message>
    <message>
        <source>At least one of these holds</source>
        <translation>至少满足一个</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即提醒</translation>
    </message>
    <message>
        <source>Banner too (strong)</source>
        <translation>还有横幅（强提醒）</translation>
    </message>
    <message>
        <source>Capitals, such as IM or MARKETING.</source>
        <translation>大写字母，例如 IM 或 MARKETING。</translation>
    </message>
    <message>
        <source>Comes back to your server&apos;s callbacks; up to 64 bytes.</source>
        <translation>会随回调返回你的服务器，最长 64 字节。</translation>
    </message>
    <message>
        <source>Count it on the icon</source>
        <translation>计入图标数字</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data for the app</source>
        <translation>给应用的数据</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Even while focused</source>
        <translation>专注模式下也提醒</translation>
    </message>
    <message>
        <source>Even while muted</source>
        <translation>静音时也提醒</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>For phones set to that language, in apps with SDK 8.5.6870 or later; all others show the title and text above. Your developers know the codes.</source>
        <translation>供设为该语言的手机使用，应用的 SDK 须为 8.5.6870 或更高版本；其余手机显示上面的标题和正文。语言代码请问开发人员。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Format of the still</source>
        <translation>封面格式</translation>
    </message>
    <message>
        <source>From -180 to 180, such as 114.057.</source>
        <translation>-180 到 180，例如 114.057。</translation>
    </message>
    <message>
        <source>From -90 to 90, such as 22.543.</source>
        <translation>-90 到 90，例如 22.543。</translation>
    </message>
    <message>
        <source>From 1 to 60 seconds. Needs a sound.</source>
        <translation>1 到 60 秒，需要填写声音。</translation>
    </message>
    <message>
        <source>From your developers; up to 64 bytes.</source>
        <translation>由开发人员提供；最多 64 字节。</translation>
    </message>
    <message>
        <source>Hand the data for the app to the intent</source>
        <translation>把给应用的数据交给 intent</translation>
    </message>
    <message>
        <source>HarmonyOS</source>
        <translation>HarmonyOS</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Height of the still</source>
        <translation>封面高</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Honor</source>
        <translation>荣耀</translation>
    </message>
    <message>
        <source>How it draws attention</source>
        <translation>提醒方式</translation>
    </message>
    <message>
        <source>How it looks on Android and iPhone</source>
        <translation>在安卓和 iPhone 上的样式</translation>
    </message>
    <message>
        <source>How much iPhone interrupts</source>
        <translation>iPhone 打扰程度</translation>
    </message>
    <message>
        <source>Huawei</source>
        <translation>华为</translation>
    </message>
    <message>
        <source>ID of the live activity</source>
        <translation>实时活动的 ID</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>In bytes.</source>
        <translation>单位为字节。</translation>
    </message>
    <message>
        <source>In other languages</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>In pixels.</source>
        <translation>单位为像素。</translation>
    </message>
    <message>
        <source>In place of the title above.</source>
        <translation>代替上面的标题。</translation>
    </message>
    <message>
        <source>In seconds since 1970 (Unix time).</source>
        <translation>自 1970 年起的秒数（Unix 时间）。</translation>
    </message>
    <message>
        <source>In seconds.</source>
        <translation>单位为秒。</translation>
    </message>
    <message>
        <source>In the list only</source>
        <translation>仅通知列表</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>It is updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Its ID with OPPO.</source>
        <translation>它在 OPPO 的 ID。</translation>
    </message>
    <message>
        <source>Its address, beginning with https:// and under 512 KB.</source>
        <translation>以 https:// 开头的地址，小于 512 KB。</translation>
    </message>
    <message>
        <source>Its address, beginning with https://.</source>
        <translation>以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>Its file name in the app, without the ending.</source>
        <translation>应用内的文件名，不带扩展名。</translation>
    </message>
    <message>
        <source>Its file name with the ending; at most 30 seconds.</source>
        <translation>带扩展名的文件名，最长 30 秒。</translation>
    </message>
    <message>
        <source>Its web address. The app must change notifications.</source>
        <translation>网址。应用须能修改通知。</translation>
    </message>
    <message>
        <source>Its web address; at most 1 MB.</source>
        <translation>网址，最大 1 MB。</translation>
    </message>
    <message>
        <source>Keep for people who are offline</source>
        <translation>为离线用户保留</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Length of the sound</source>
        <translation>声音时长</translation>
    </message>
    <message>
        <source>List, lock screen, sound</source>
        <translation>列表、锁屏、声音</translation>
    </message>
    <message>
        <source>Live activity on iPhone</source>
        <translation>iPhone 实时活动</translation>
    </message>
    <message>
        <source>Long text on Android</source>
        <translation>安卓长文本</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Meizu</source>
        <translation>魅族</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message class</source>
        <translation>消息分类</translation>
    </message>
    <message>
        <source>Needs the ID.</source>
        <translation>需要填写 ID。</translation>
    </message>
    <message>
        <source>Needs the message class.</source>
        <translation>需要填写消息分类。</translation>
    </message>
    <message>
        <source>No other file has it; usually the file&apos;s MD5.</source>
        <translation>不与其他文件重复，通常用文件的 MD5。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Not used with the message class MARKETING.</source>
        <translation>消息分类为 MARKETING 时不使用。</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notification&apos;s text</source>
        <translation>通知正文</translation>
    </message>
    <message>
        <source>Notification&apos;s title</source>
        <translation>通知标题</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Number of the face</source>
        <translation>表情编号</translation>
    </message>
    <message>
        <source>Number on the icon</source>
        <translation>角标</translation>
    </message>
    <message>
        <source>On Huawei, Honor and OPPO; there OPPO shows 128.</source>
        <translation>用于华为、荣耀和 OPPO；OPPO 此时显示 128。</translation>
    </message>
    <message>
        <source>One account per line. Paste as many as 500.</source>
        <translation>每行一个账号，最多粘贴 500 个。</translation>
    </message>
    <message>
        <source>Only for users who are online</source>
        <translation>只发给在线用户</translation>
    </message>
    <message>
        <source>Only read where the fields of the notification below are all empty.</source>
        <translation>仅当下方通知的各项都为空时才会读取。</translation>
    </message>
    <message>
        <source>Only where the app&apos;s certificate was uploaded to the console.</source>
        <translation>仅在控制台上传过应用证书时使用。</translation>
    </message>
    <message>
        <source>Only where your developers ask for it.</source>
        <translation>仅在开发人员要求时使用。</translation>
    </message>
    <message>
        <source>Otherwise it counts as public news.</source>
        <translation>否则按公共资讯处理。</translation>
    </message>
    <message>
        <source>Phones load it from here, without logging in.</source>
        <translation>手机从这里加载，无需登录。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture on iPhone</source>
        <translation>iPhone 图片</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Replaced by the message class since 2023.</source>
        <translation>2023 年起由消息分类取代。</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>响铃</translation>
    </message>
    <message>
        <source>Ring and vibrate</source>
        <translation>响铃并振动</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送者</translation>
    </message>
    <message>
        <source>Show a notification where the app is not open</source>
        <translation>在未打开应用的手机上显示通知</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the still</source>
        <translation>封面大小</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sound on Android</source>
        <translation>安卓声音</translation>
    </message>
    <message>
        <source>Sound on iPhone</source>
        <translation>iPhone 声音</translation>
    </message>
    <message>
        <source>Subtitle on iPhone</source>
        <translation>iPhone 副标题</translation>
    </message>
    <message>
        <source>Such as JPG.</source>
        <translation>例如 JPG。</translation>
    </message>
    <message>
        <source>Template ID</source>
        <translation>短信模板 ID</translation>
    </message>
    <message>
        <source>Template from the console</source>
        <translation>控制台的模板</translation>
    </message>
    <message>
        <source>Template of private messages</source>
        <translation>私信模板</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>The account that users see. Left empty, it is the administrator.</source>
        <translation>用户看到的账号。留空则为管理员。</translation>
    </message>
    <message>
        <source>The app may change it</source>
        <translation>应用可以修改</translation>
    </message>
    <message>
        <source>The name of each blank, and what takes its place.</source>
        <translation>每个空格的名称，以及填入的内容。</translation>
    </message>
    <message>
        <source>The picture that stands for the video.</source>
        <translation>代表视频的图片。</translation>
    </message>
    <message>
        <source>The values that your app expects.</source>
        <translation>应用所需的各项取值。</translation>
    </message>
    <message>
        <source>Title on HarmonyOS</source>
        <translation>HarmonyOS 标题</translation>
    </message>
    <message>
        <source>Title on iPhone</source>
        <translation>iPhone 标题</translation>
    </message>
    <message>
        <source>Unique ID</source>
        <translation>唯一 ID</translation>
    </message>
    <message>
        <source>Unique ID of the still</source>
        <translation>封面的唯一 ID</translation>
    </message>
    <message>
        <source>Up to 10 as well. A tag stands in one of the two fields; with both, users must satisfy both.</source>
        <translation>同样最多 10 个。一个标签只能写在其中一栏；两栏都写时，用户须同时满足。</translation>
    </message>
    <message>
        <source>Up to 10 tags of at most 50 bytes each (16 Chinese characters).</source>
        <translation>最多 10 个标签，每个最长 50 字节（16 个汉字）。</translation>
    </message>
    <message>
        <source>User accounts</source>
        <translation>用户账号</translation>
    </message>
    <message>
        <source>Users with all of these tags</source>
        <translation>带有全部标签的用户</translation>
    </message>
    <message>
        <source>Users with any of these tags</source>
        <translation>带有任一标签的用户</translation>
    </message>
    <message>
        <source>Values for the template</source>
        <translation>模板的取值</translation>
    </message>
    <message>
        <source>Values for the text of that template</source>
        <translation>该模板正文的取值</translation>
    </message>
    <message>
        <source>Values for the title of that template</source>
        <translation>该模板标题的取值</translation>
    </message>
    <message>
        <source>Vibrate</source>
        <translation>振动</translation>
    </message>
    <message>
        <source>Wake the app without showing anything</source>
        <translation>只唤醒应用，不显示通知</translation>
    </message>
    <message>
        <source>Waking the app on iPhone</source>
        <translation>唤醒 iPhone 上的应用</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>What happens to it</source>
        <translation>如何变化</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>显示的内容</translation>
    </message>
    <message>
        <source>What the app gets when the notification is tapped, as JSON.</source>
        <translation>点击通知时应用得到的内容，格式为 JSON。</translation>
    </message>
    <message>
        <source>What your app reads. Ask your developers.</source>
        <translation>由应用读取的内容，可询问开发人员。</translation>
    </message>
    <message>
        <source>When it is taken off the screen</source>
        <translation>何时从屏幕上移除</translation>
    </message>
    <message>
        <source>Who opens the app within this time still gets it. At most 7 days.</source>
        <translation>在此时间内打开应用仍能收到，最长 7 天。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Width of the still</source>
        <translation>封面宽</translation>
    </message>
    <message>
        <source>Without a tick it stays in the chat history and counts as unread; then it goes out slowly, to about 200 users a second.</source>
        <translation>不勾选则保留在聊天记录中并计为未读；发送会较慢，每秒约 200 个用户。</translation>
    </message>
    <message>
        <source>Without light or sound</source>
        <translation>不亮屏不出声</translation>
    </message>
    <message>
        <source>Your own mark</source>
        <translation>自定义标记</translation>
    </message>
    <message>
        <source>iPhone, for apps that make calls; else shown as usual.</source>
        <translation>仅 iPhone，供能通话的应用使用；否则照常显示。</translation>
    </message>
    <message>
        <source>iPhone. Apple advises 3 an hour at most.</source>
        <translation>仅 iPhone。Apple 建议每小时最多 3 次。</translation>
    </message>
    <message>
        <source>iPhone: before it is shown, to load a picture, say.</source>
        <translation>iPhone：在显示之前，例如加载图片。</translation>
    </message>
</context>
<context>
    <name>ChatLevel</name>
    <message>
        <source>Ready for review. One confirmation will be asked.</source>
        <translation>可以核对了。届时确认一次即可。</translation>
    </message>
    <message>
        <source>Ready for review. Practice: nobody real receives it.</source>
        <translation>可以核对了。演练：没有真人会收到。</translation>
    </message>
    <message>
        <source>Ready for review. Ticks and the app&apos;s name will be asked there.</source>
        <translation>可以核对了。届时须逐项勾选并输入应用名称。</translation>
    </message>
    <message>
        <source>Ready for review. Ticks for who, what and when come there.</source>
        <translation>可以核对了。届时须逐项勾选对象、内容和时间。</translation>
    </message>
</context>
<context>
    <name>ChatPart</name>
    <message>
        <source>Account, such as user000001</source>
        <translation>账号，例如 user000001</translation>
    </message>
    <message>
        <source>After it left</source>
        <translation>发出之后</translation>
    </message>
    <message>
        <source>Asks the Chat service. Nothing is sent.</source>
        <translation>向 Chat 服务查询，不会发送任何内容。</translation>
    </message>
    <message>
        <source>It was moved: it starts on {0} (taken as Beijing time).</source>
        <translation>已改时间：将在 {0} 发出（按北京时间理解）。</translation>
    </message>
    <message>
        <source>Its task was deleted before its time: nobody gets it.</source>
        <translation>任务在到时间前已删除：没有人会收到。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>被略过</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look what became of it for this user</source>
        <translation>查看这个用户的情况</translation>
    </message>
    <message>
        <source>Read the figures</source>
        <translation>读取数据</translation>
    </message>
    <message>
        <source>Take it back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Take this push back</source>
        <translation>撤回这条推送</translation>
    </message>
    <message>
        <source>The service names no losses.</source>
        <translation>服务没有列出未送达的原因。</translation>
    </message>
    <message>
        <source>The service tells of no device of this user.</source>
        <translation>服务没有这个用户的设备信息。</translation>
    </message>
    <message>
        <source>What became of it for one user</source>
        <translation>某个用户的情况</translation>
    </message>
</context>
<context>
    <name>ChatPeople</name>
    <message numerus="yes">
        <source>%Ln repeated row(s) left out</source>
        <translation>
            <numerusform>已略去 %Ln 行重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) that can&apos;t be an account left out</source>
        <translation>
            <numerusform>已略去 %Ln 行不可能是账号的内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s), nobody knew whether the service had heard a batch; it was asked again. That changes nothing twice.</source>
        <translation>
            <numerusform>有 %Ln 次不确定服务是否收到了某一批，已再次请求。重复请求不会造成重复改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>A value that a user has is overwritten. Other attributes stay.</source>
        <translation>用户已有的值会被覆盖。其他属性不变。</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation>添加{0}</translation>
    </message>
    <message>
        <source>An attribute is not declared by the app</source>
        <translation>有属性未在应用中声明</translation>
    </message>
    <message>
        <source>Another Chat app was chosen meanwhile. Choose its own app, then go on.</source>
        <translation>期间已切换到另一个 Chat 应用。选回它所属的应用再继续。</translation>
    </message>
    <message>
        <source>Another app was chosen.</source>
        <translation>切换到了其他应用。</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Batches asked again</source>
        <translation>再次请求的批次</translation>
    </message>
    <message>
        <source>Chat app</source>
        <translation>Chat 应用</translation>
    </message>
    <message>
        <source>Choose at least one attribute.</source>
        <translation>请至少选择一个属性。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Copying and counting the users: {0}</source>
        <translation>正在复制并清点用户：{0}</translation>
    </message>
    <message>
        <source>Copying and counting the users…</source>
        <translation>正在复制并清点用户…</translation>
    </message>
    <message>
        <source>Do it for {0}</source>
        <translation>应用到 {0}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done for all {0}.</source>
        <translation>{0}已全部完成。</translation>
    </message>
    <message>
        <source>Done for {0}.</source>
        <translation>已完成 {0}。</translation>
    </message>
    <message>
        <source>Done, not for all</source>
        <translation>已完成，部分未成</translation>
    </message>
    <message>
        <source>Enter at least one tag.</source>
        <translation>请至少填写一个标签。</translation>
    </message>
    <message>
        <source>Every tag of these users is gone then, also those that other programs gave them. Nobody keeps what they had: read it first, and save it.</source>
        <translation>这些用户的标签会全部消失，其他程序添加的也一样。没有任何地方保留原来的标签：请先查看并保存。</translation>
    </message>
    <message>
        <source>Has too many tags: a user can have 100</source>
        <translation>标签太多：一个用户最多 100 个</translation>
    </message>
    <message>
        <source>It belongs to another SDKAppID or to an earlier practice service, so it can&apos;t go on.</source>
        <translation>它属于另一个 SDKAppID，或属于之前的演练服务，无法继续。</translation>
    </message>
    <message>
        <source>It goes on already, or is done.</source>
        <translation>它已在进行，或已完成。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已经不在了。</translation>
    </message>
    <message>
        <source>Its Chat app was removed.</source>
        <translation>它所属的 Chat 应用已移除。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not done for {0}: {1}.</source>
        <translation>{0}未完成：{1}。</translation>
    </message>
    <message>
        <source>Not known to this Chat app: never logged in, nor imported</source>
        <translation>此 Chat 应用没有这个用户：从未登录，也没有导入</translation>
    </message>
    <message>
        <source>Not reached yet</source>
        <translation>尚未处理</translation>
    </message>
    <message>
        <source>One of the values is empty. Fill it in, or take it out.</source>
        <translation>有一个值是空的。请填写，或去掉。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Progress could not be written down. Look for free space on the disk.</source>
        <translation>进度无法写入磁盘。请查看磁盘剩余空间。</translation>
    </message>
    <message>
        <source>Reads tags and attributes. Nothing is changed.</source>
        <translation>只读取标签和属性，不做任何改动。</translation>
    </message>
    <message>
        <source>Remove all tags</source>
        <translation>移除全部标签</translation>
    </message>
    <message>
        <source>Remove attributes</source>
        <translation>移除属性</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Remove the values of {0}</source>
        <translation>移除{0}的值</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除{0}</translation>
    </message>
    <message>
        <source>Repeated rows left out</source>
        <translation>略去的重复行</translation>
    </message>
    <message>
        <source>Replace all tags</source>
        <translation>替换全部标签</translation>
    </message>
    <message>
        <source>Replace all tags by {0}</source>
        <translation>把全部标签替换为{0}</translation>
    </message>
    <message>
        <source>Rows that can&apos;t be an account</source>
        <translation>不可能是账号的行</translation>
    </message>
    <message>
        <source>See tags and attributes</source>
        <translation>查看标签和属性</translation>
    </message>
    <message>
        <source>See what users have</source>
        <translation>查看用户现有的内容</translation>
    </message>
    <message>
        <source>Set attributes</source>
        <translation>设置属性</translation>
    </message>
    <message>
        <source>Set {0}</source>
        <translation>设置 {0}</translation>
    </message>
    <message>
        <source>Something unforeseen happened. Continue, or save a report.</source>
        <translation>出现了意外情况。可以继续，或保存报告。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Takes {0} at least. You can pause it at any time.</source>
        <translation>至少需要 {0}。随时可以暂停。</translation>
    </message>
    <message>
        <source>The Chat app was removed meanwhile.</source>
        <translation>这个 Chat 应用已被移除。</translation>
    </message>
    <message>
        <source>The Chat service could not be reached. Check the network, then continue.</source>
        <translation>连不上Chat 服务。检查网络后再继续。</translation>
    </message>
    <message>
        <source>The Chat service gave no answer that could be used. Continue in a while.</source>
        <translation>Chat 服务没有给出可用的回应。过一会儿再继续。</translation>
    </message>
    <message>
        <source>The Chat service stayed busy for minutes. Continue in a while.</source>
        <translation>Chat 服务持续繁忙了几分钟。过一会儿再继续。</translation>
    </message>
    <message>
        <source>The Chat service takes {0} tags at a time. Take some out.</source>
        <translation>Chat 服务一次最多接受 {0} 个标签。请去掉一些。</translation>
    </message>
    <message>
        <source>The first {0} of {1}. A saved table has all of them.</source>
        <translation>这里是 {1} 条中的前 {0} 条。保存的表格包含全部。</translation>
    </message>
    <message>
        <source>The last 300 users were all refused for one reason. {0}</source>
        <translation>最近 300 个用户都因同一原因被拒绝。{0}</translation>
    </message>
    <message>
        <source>The list is not there any more. Choose another one, or a file.</source>
        <translation>这份名单已经不在了。请选择另一份名单，或选择文件。</translation>
    </message>
    <message>
        <source>The program or the computer ended in the middle.</source>
        <translation>程序或电脑中途结束了。</translation>
    </message>
    <message>
        <source>The program was closed.</source>
        <translation>程序被关闭了。</translation>
    </message>
    <message>
        <source>The secret key can&apos;t be used. Enter it again under Settings, Chat apps.</source>
        <translation>密钥无法使用。请在「设置」的 Chat 应用中重新填写。</translation>
    </message>
    <message>
        <source>The service answered without this user</source>
        <translation>服务的回应里没有这个用户</translation>
    </message>
    <message>
        <source>The tag or attribute is kept for devices, not for users</source>
        <translation>该标签或属性用于设备，而不是用户</translation>
    </message>
    <message>
        <source>There are no users yet. Paste their accounts, or choose a file or a list.</source>
        <translation>还没有用户。请粘贴账号，或选择文件或名单。</translation>
    </message>
    <message>
        <source>This kind of Chat app can&apos;t do that.</source>
        <translation>这一类 Chat 应用不支持此操作。</translation>
    </message>
    <message>
        <source>This list can&apos;t be used as it is: it has devices, or rows to be settled first. Open it under Lists &amp; tags.</source>
        <translation>这份名单暂时不能用：里面是设备，或有些行要先处理。请在「名单与标签」中打开它。</translation>
    </message>
    <message>
        <source>This program&apos;s copy of the users is missing or was changed, so it can&apos;t go on. Remove it and begin anew from your file.</source>
        <translation>本程序保存的用户副本不见了或被改动过，无法继续。请移除它，用你的文件重新开始。</translation>
    </message>
    <message>
        <source>Tick that you have checked it.</source>
        <translation>请勾选，表示你已核对。</translation>
    </message>
    <message>
        <source>Type the name of the Chat app as it is shown.</source>
        <translation>请按显示的样子输入 Chat 应用的名称。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>Users have these tags then and no others. Nobody keeps what they had: read it first, and save it.</source>
        <translation>用户将只有这些标签。没有任何地方保留原来的标签：请先查看并保存。</translation>
    </message>
    <message>
        <source>Users keep the tags they have. A user can have 100 tags at most.</source>
        <translation>用户原有的标签保留。一个用户最多 100 个标签。</translation>
    </message>
    <message>
        <source>Users keep their other tags.</source>
        <translation>用户的其他标签保留。</translation>
    </message>
    <message>
        <source>Users lose these values. Other attributes stay.</source>
        <translation>用户会失去这些值。其他属性不变。</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>You paused it.</source>
        <translation>你暂停了它。</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>大约还需 {0}</translation>
    </message>
    <message>
        <source>{0} = {1}</source>
        <translation>{0} = {1}</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>每秒 {0}</translation>
    </message>
    <message>
        <source>{0} for {1} of {2}?</source>
        <translation>{2} 的 {1}：确定{0}吗？</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} of {1} bytes</source>
        <translation>{0} 字节（最多 {1} 字节）</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} done. {3}</source>
        <translation>{0}：共 {2}，已处理 {1}。{3}</translation>
    </message>
    <message>
        <source>“{0}” is too long: 50 bytes at most, and a Chinese character is 3. Shorten it.</source>
        <translation>「{0}」太长：最多 50 字节，一个汉字占 3 字节。请缩短。</translation>
    </message>
    <message>
        <source>“{0}” stands there twice. Take one out.</source>
        <translation>「{0}」出现了两次。请去掉一个。</translation>
    </message>
    <message>
        <source>“{0}”: {1}, so it has to be shorter.</source>
        <translation>「{0}」：{1}，需要缩短。</translation>
    </message>
</context>
<context>
    <name>ChatPhones</name>
    <message>
        <source>Fits {0}: title {1} of {2}, text {3} of {4}</source>
        <translation>{0}放得下：标题 {1}/{2}，正文 {3}/{4}</translation>
    </message>
    <message>
        <source>Template {0} decides the words; phones show those instead.</source>
        <translation>文字由模板 {0} 决定；手机显示模板的文字。</translation>
    </message>
    <message>
        <source>cut by {0}</source>
        <translation>{0}会截断</translation>
    </message>
    <message>
        <source>fits all phones ✓</source>
        <translation>所有手机都能完整展示 ✓</translation>
    </message>
    <message>
        <source>{0} cuts it: title {1} of {2}, text {3} of {4}</source>
        <translation>{0}会截断：标题 {1}/{2}，正文 {3}/{4}</translation>
    </message>
    <message>
        <source>{0}: no published limit</source>
        <translation>{0}：未公布上限</translation>
    </message>
</context>
<context>
    <name>ChatPreview</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
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
        <source>Kept {0} for users who are offline.</source>
        <translation>为离线用户保留 {0}。</translation>
    </message>
    <message>
        <source>MsgRandom is 0 until Review: it gets a number there, a new one each time.</source>
        <translation>MsgRandom 在核对前为 0：核对时才取一个数，每次都不同。</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Only for users who are online. Nothing is kept.</source>
        <translation>只发给在线用户，不保留。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Stays in the chat history and counts as unread.</source>
        <translation>保留在聊天记录中，并计为未读。</translation>
    </message>
</context>
<context>
    <name>ChatRemoval</name>
    <message>
        <source>Its key, its drafts and the unfinished work on its users are removed here. What was sent stays in the history, and nothing changes at the Chat service.</source>
        <translation>它的密钥、草稿和未完成的用户操作会从这里移除。已发送的内容仍留在记录中，Chat 服务那边不会有任何变化。</translation>
    </message>
</context>
<context>
    <name>ChatResults</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln 个用户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) were left out; they stand below.</source>
        <translation>
            <numerusform>有 %Ln 个用户被略过，见下方。</numerusform>
        </translation>
    </message>
    <message>
        <source>A device</source>
        <translation>一台设备</translation>
    </message>
    <message>
        <source>A push that the service keeps for its time gets another task ID when it leaves, which it doesn&apos;t tell. Its figures stand in the Chat console.</source>
        <translation>由服务保管到时间的推送在发出时会得到另一个任务 ID，而服务不会告知。数据可在 Chat 控制台查看。</translation>
    </message>
    <message>
        <source>Accepted by Chat</source>
        <translation>Chat 已受理</translation>
    </message>
    <message>
        <source>After it was sent</source>
        <translation>发出之后</translation>
    </message>
    <message>
        <source>At the phones&apos; makers</source>
        <translation>在手机厂商处</translation>
    </message>
    <message>
        <source>Before it was sent</source>
        <translation>发出之前</translation>
    </message>
    <message>
        <source>Deleted before its time</source>
        <translation>到时间前已删除</translation>
    </message>
    <message>
        <source>Enter what the notification shall say in its place.</source>
        <translation>填写用来替换的通知文字。</translation>
    </message>
    <message>
        <source>It can be taken back until {0}: {1} left.</source>
        <translation>{0} 之前可以撤回：还剩 {1}。</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back any more: that is possible for 24 hours.</source>
        <translation>已不能撤回：只有 24 小时内可以撤回。</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back from here: its answer was lost, and with it the task ID.</source>
        <translation>无法在这里撤回：应答丢失，任务 ID 也随之丢失。</translation>
    </message>
    <message>
        <source>It is being taken back right now.</source>
        <translation>正在撤回。</translation>
    </message>
    <message>
        <source>It is kept for users who are offline until {0}.</source>
        <translation>为离线用户保留到 {0}。</translation>
    </message>
    <message>
        <source>It was kept for users who were offline until {0}; that is over.</source>
        <translation>曾为离线用户保留到 {0}，现已结束。</translation>
    </message>
    <message>
        <source>It was not taken back ({0}): the request never left this computer.</source>
        <translation>没有撤回（{0}）：请求没有离开这台电脑。</translation>
    </message>
    <message>
        <source>It was taken back already.</source>
        <translation>此前已撤回。</translation>
    </message>
    <message>
        <source>Its figures can&apos;t be read: its answer was lost, and with it the task ID they go by.</source>
        <translation>无法读取数据：应答丢失，查询所需的任务 ID 也随之丢失。</translation>
    </message>
    <message>
        <source>Kept for its time</source>
        <translation>等待定时发出</translation>
    </message>
    <message>
        <source>No task ID is known for it.</source>
        <translation>没有它的任务 ID。</translation>
    </message>
    <message>
        <source>No. The Chat service answered and did not take the push.</source>
        <translation>没有。Chat 服务已应答，未受理这条推送。</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>没有撤回任何内容。</translation>
    </message>
    <message>
        <source>Read at {0}.</source>
        <translation>读取于 {0}。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Taken back ({0}). Who had not got it gets it no more; who read it has read it.</source>
        <translation>已撤回（{0}）。还没收到的用户不会再收到；已读的已经读过。</translation>
    </message>
    <message>
        <source>The Chat app is set up otherwise by now or not connected. Connect it as it was.</source>
        <translation>Chat 应用的设置已改变或未连接。按原来的设置重新连接。</translation>
    </message>
    <message>
        <source>The Chat service can&apos;t be asked whether it has a push. Look at a phone of a user who should have got it, and say below what you found. It is never sent again by itself.</source>
        <translation>无法向 Chat 服务查询它是否收到推送。查看应当收到的用户的手机，再在下方说明结果。程序不会自动重发。</translation>
    </message>
    <message>
        <source>The Chat service did not take it back ({0}).</source>
        <translation>Chat 服务没有撤回（{0}）。</translation>
    </message>
    <message>
        <source>The Chat service has it.</source>
        <translation>Chat 服务已收到。</translation>
    </message>
    <message>
        <source>The Chat service has it. To reach everyone takes time, usually under a minute.</source>
        <translation>Chat 服务已收到。送达所有人需要时间，通常不到一分钟。</translation>
    </message>
    <message>
        <source>The Chat service keeps it and starts it on {0} (taken as Beijing time).</source>
        <translation>Chat 服务已保管，将在 {0} 发出（按北京时间理解）。</translation>
    </message>
    <message>
        <source>The service keeps figures for 7 days, and this push is older.</source>
        <translation>服务保留数据 7 天，这条推送更早。</translation>
    </message>
    <message>
        <source>This generation of the service can&apos;t take a push back.</source>
        <translation>这一代服务不能撤回推送。</translation>
    </message>
    <message>
        <source>This generation of the service tells nothing more about a push: not how many users got it, nor who. Look at a phone, or at the figures in the Chat console.</source>
        <translation>这一代服务不再提供推送的其他信息：不知道多少用户收到，也不知道是谁。可查看手机，或到 Chat 控制台看数据。</translation>
    </message>
    <message>
        <source>This push is no longer in the history.</source>
        <translation>这条推送已不在记录中。</translation>
    </message>
    <message>
        <source>Until its time it can be moved or deleted on the Chat page, under Scheduled.</source>
        <translation>到时间之前，可在 Chat 页的「定时」中改时间或删除。</translation>
    </message>
    <message>
        <source>Users it was meant for</source>
        <translation>目标用户</translation>
    </message>
    <message>
        <source>Users who got it</source>
        <translation>已收到的用户</translation>
    </message>
    <message>
        <source>We asked to take it back ({0}), and no answer came that could be read. It may be taken back or not; the Chat service can&apos;t be asked. To ask a second time is harmless.</source>
        <translation>已请求撤回（{0}），但没有收到可读的应答。可能已撤回，也可能没有；无法向 Chat 服务查询。再请求一次没有坏处。</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>全部用户</translation>
    </message>
    <message>
        <source>nothing more is told</source>
        <translation>没有更多信息</translation>
    </message>
    <message>
        <source>sent {0}</source>
        <translation>发出于 {0}</translation>
    </message>
    <message>
        <source>users by attribute</source>
        <translation>按属性的用户</translation>
    </message>
    <message>
        <source>users by tag</source>
        <translation>按标签的用户</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} — the service says “{1}”</source>
        <translation>{0}——服务的说明：「{1}」</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ChatReview</name>
    <message numerus="yes">
        <source>%Ln user(s) of {0}</source>
        <translation>
            <numerusform>{0} 的 %Ln 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>As long as the phones&apos; makers keep a notification</source>
        <translation>以手机厂商保留通知的时间为准</translation>
    </message>
    <message>
        <source>For 24 hours after it has left</source>
        <translation>发出后 24 小时内</translation>
    </message>
    <message>
        <source>In the language {0}</source>
        <translation>语言 {0}</translation>
    </message>
    <message>
        <source>It stays in the conversation and counts as unread; about 200 users a second get it</source>
        <translation>保留在会话中并计为未读；每秒约 200 个用户收到</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>None: phones on which the app is not open stay silent</source>
        <translation>无：未打开应用的手机不会有提示</translation>
    </message>
    <message>
        <source>Not kept: only phones that are online get it</source>
        <translation>不保留：只有在线的手机会收到</translation>
    </message>
    <message>
        <source>Not kept: only users who are online get it</source>
        <translation>不保留：只有在线用户会收到</translation>
    </message>
    <message>
        <source>Not possible once it has left</source>
        <translation>发出后不能撤回</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Raised by {0}</source>
        <translation>增加 {0}</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln user(s)</source>
        <translation>
            <numerusform>发送给 %Ln 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to all users</source>
        <translation>发送给全部用户</translation>
    </message>
    <message>
        <source>Send to users with these attributes</source>
        <translation>发送给有这些属性的用户</translation>
    </message>
    <message>
        <source>Send to users with these tags</source>
        <translation>发送给有这些标签的用户</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送者</translation>
    </message>
    <message>
        <source>Set to {0}</source>
        <translation>设为 {0}</translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The Chat service&apos;s documents don&apos;t name the time zone; it is taken to be Beijing&apos;s.</source>
        <translation>Chat 服务的文档没有说明时区，按北京时间理解。</translation>
    </message>
    <message>
        <source>The app&apos;s administrator</source>
        <translation>应用管理员</translation>
    </message>
    <message>
        <source>The message&apos;s own words</source>
        <translation>消息本身的文字</translation>
    </message>
    <message>
        <source>Until its time: change or delete it under Scheduled</source>
        <translation>到时间之前：可在「定时」中更改或删除</translation>
    </message>
    <message>
        <source>Users who have logged in once or were imported. The Chat service doesn&apos;t tell beforehand how many they are.</source>
        <translation>登录过或已导入的用户。Chat 服务不会提前告知人数。</translation>
    </message>
    <message>
        <source>all users of {0}</source>
        <translation>{0} 的全部用户</translation>
    </message>
    <message>
        <source>the users with these attributes in {0}</source>
        <translation>{0} 中有这些属性的用户</translation>
    </message>
    <message>
        <source>the users with these tags in {0}</source>
        <translation>{0} 中有这些标签的用户</translation>
    </message>
    <message>
        <source>{0} — Chat app {1}</source>
        <translation>{0} — Chat 应用 {1}</translation>
    </message>
    <message>
        <source>{0}, for users who are offline</source>
        <translation>{0}，供离线用户上线后收取</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ChatScreen</name>
    <message>
        <source>A push to all users belongs to an app of Tencent Chat (IM). Connect yours, or try it in practice: nothing leaves this computer there.</source>
        <translation>全员推送属于腾讯云即时通信（Chat）的应用。连接你的应用，或先在演练中试用：演练不会发送任何数据。</translation>
    </message>
    <message>
        <source>Asking the service for its time…</source>
        <translation>正在向服务查询时间…</translation>
    </message>
    <message>
        <source>Connect a Chat app…</source>
        <translation>连接 Chat 应用…</translation>
    </message>
    <message>
        <source>No Chat app yet</source>
        <translation>还没有 Chat 应用</translation>
    </message>
    <message>
        <source>Not saved: the disk refused. Your text is kept here.</source>
        <translation>未保存：磁盘无法写入。内容仍保留在这里。</translation>
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
        <source>What must be ready</source>
        <translation>需要准备什么</translation>
    </message>
</context>
<context>
    <name>ChatSentModel</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
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
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>ChatSentPage</name>
    <message>
        <source>New push</source>
        <translation>新建推送</translation>
    </message>
    <message>
        <source>No push found with “{0}”</source>
        <translation>没有找到含「{0}」的推送</translation>
    </message>
    <message>
        <source>Nothing sent to this Chat app yet</source>
        <translation>还没有向这个 Chat 应用发送过推送</translation>
    </message>
    <message>
        <source>Pushes of this Chat app</source>
        <translation>这个 Chat 应用的推送</translation>
    </message>
    <message>
        <source>Search for fewer words, or empty the field.</source>
        <translation>减少搜索词，或清空搜索框。</translation>
    </message>
    <message>
        <source>Search in names, titles and texts</source>
        <translation>在名称、标题和正文中搜索</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>What you send under New push stands here, with what became of it.</source>
        <translation>在「新建推送」中发送的推送及其结果会列在这里。</translation>
    </message>
</context>
<context>
    <name>ChatSetup</name>
    <message>
        <source>2024</source>
        <translation>2024 年</translation>
    </message>
    <message>
        <source>A user can receive once the account has logged in to the app, or was imported. All others get nothing, and the service does not say so.</source>
        <translation>账号登录过应用或被导入后，用户才能收到。其他人什么也收不到，服务也不会提示。</translation>
    </message>
    <message>
        <source>About the secret key</source>
        <translation>关于密钥</translation>
    </message>
    <message>
        <source>About this push</source>
        <translation>关于全员推送</translation>
    </message>
    <message>
        <source>Advanced (进阶版) or Ultimate</source>
        <translation>进阶版（Advanced）或 Ultimate</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Chat console</source>
        <translation>Chat 控制台</translation>
    </message>
    <message>
        <source>Chat console, China site</source>
        <translation>Chat 控制台（中国站）</translation>
    </message>
    <message>
        <source>Flagship or Ultimate (旗舰版)</source>
        <translation>旗舰版（Flagship、Ultimate）</translation>
    </message>
    <message>
        <source>Importing accounts</source>
        <translation>导入账号</translation>
    </message>
    <message>
        <source>In the Chat console open the app, then “Basic Configuration”: SDKAppID and secret key stand there. The account must be an administrator of the app, listed under account management; “administrator” is there from the beginning.</source>
        <translation>在 Chat 控制台打开应用的「基本配置」，那里有 SDKAppID 和密钥。账号必须是应用的管理员，在账号管理中列出；「administrator」从一开始就有。</translation>
    </message>
    <message>
        <source>People who are offline get the message later only if it is kept for them, up to 7 days. A notification on a closed app needs the phone makers&apos; certificates in the console.</source>
        <translation>离线用户只有在消息为其保留时（最多 7 天）才能稍后收到。应用关闭时的通知需要在控制台配置各手机厂商的证书。</translation>
    </message>
    <message>
        <source>Practice has a Chat app with made-up users, tags and attributes. Everything works, and nothing leaves this computer.</source>
        <translation>演练中有一个 Chat 应用，带有虚构的用户、标签和属性。一切都能用，什么都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Pro, Pro Plus or Enterprise</source>
        <translation>专业版（Pro）、专业版 Plus（Pro Plus）或企业版（Enterprise）</translation>
    </message>
    <message>
        <source>Pushing to all users comes with certain editions of Chat alone. Tencent has named them differently over the years; yours should be one of these:</source>
        <translation>只有 Chat 的某些版本带有全员推送。腾讯云历年来的名称不同，你的版本应是其中之一：</translation>
    </message>
    <message>
        <source>SDKAppID, administrator and key</source>
        <translation>SDKAppID、管理员和密钥</translation>
    </message>
    <message>
        <source>Since 2025</source>
        <translation>2025 年起</translation>
    </message>
    <message>
        <source>Switch it on in the Chat console: Feature Configuration, Login and Message, Push to all users. Where that entry is missing, ask for it by a ticket. It may take up to 48 hours until it works; until then the service refuses each push.</source>
        <translation>在 Chat 控制台开通：「功能配置」&gt;「登录与消息」&gt;「全员推送」。如果没有这一项，提交工单申请。最长可能要 48 小时才生效；在此之前服务会拒绝每条推送。</translation>
    </message>
    <message>
        <source>The right edition, switched on</source>
        <translation>合适的版本，并已开通</translation>
    </message>
    <message>
        <source>Try it in practice</source>
        <translation>先演练一次</translation>
    </message>
    <message>
        <source>Users who can receive</source>
        <translation>能收到的用户</translation>
    </message>
    <message>
        <source>Whoever has the key can speak for any user of the app: never send it by mail or chat.</source>
        <translation>拿到密钥的人可以冒充应用的任何用户：不要用邮件或聊天工具发送密钥。</translation>
    </message>
    <message>
        <source>by a ticket; ready after 48 hours</source>
        <translation>提交工单开通，48 小时后生效</translation>
    </message>
</context>
<context>
    <name>ChatTasks</name>
    <message>
        <source>All users</source>
        <translation>全部用户</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>It is not asked again by itself; reading the list anew shows what became of it.</source>
        <translation>程序不会自动再次请求；重新读取列表即可看到结果。</translation>
    </message>
    <message>
        <source>Its time has come, and it has left already.</source>
        <translation>时间已到，它已经发出。</translation>
    </message>
    <message>
        <source>Named users</source>
        <translation>指定用户</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未告知</translation>
    </message>
    <message>
        <source>The Chat service&apos;s documents don&apos;t name the time zone of these times; they are taken to be Beijing&apos;s (UTC+8).</source>
        <translation>Chat 服务的文档没有说明这些时间的时区，按北京时间（UTC+8）理解。</translation>
    </message>
    <message>
        <source>The list shows no sign of it, so it was not heard. You may try again.</source>
        <translation>列表中没有变化，说明请求没有被收到。可以再试一次。</translation>
    </message>
    <message>
        <source>The new time has come, or almost. Choose one at least 5 minutes ahead.</source>
        <translation>新时间已到或快到了。选择至少 5 分钟以后的时间。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this task any more.</source>
        <translation>服务已没有这个任务。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t tell what this task sends, and it was not made here, so it can&apos;t be moved. Delete it and make a new one.</source>
        <translation>服务没有告知这个任务发送的内容，它也不是在这里创建的，因此不能改时间。可删除后新建。</translation>
    </message>
    <message>
        <source>This task was just changed, or is being changed in another window.</source>
        <translation>这个任务刚刚改过，或正在另一个窗口中更改。</translation>
    </message>
    <message>
        <source>Users by tag or attribute</source>
        <translation>按标签或属性的用户</translation>
    </message>
    <message>
        <source>Waiting for its time</source>
        <translation>等待时间</translation>
    </message>
    <message>
        <source>Was refused at its time</source>
        <translation>到时间时被拒绝</translation>
    </message>
    <message>
        <source>We asked to delete task {0} ({1}), and no answer came that could be read.</source>
        <translation>已请求删除任务 {0}（{1}），但没有收到可读的应答。</translation>
    </message>
    <message>
        <source>We asked to move task {0} ({1}), and no answer came that could be read.</source>
        <translation>已请求更改任务 {0} 的时间（{1}），但没有收到可读的应答。</translation>
    </message>
    <message>
        <source>“{0}” starts on {1} now.</source>
        <translation>「{0}」现在将于 {1} 发出。</translation>
    </message>
    <message>
        <source>“{0}” was deleted: nobody gets it.</source>
        <translation>「{0}」已删除：没有人会收到。</translation>
    </message>
    <message>
        <source>“{0}” was not deleted.</source>
        <translation>「{0}」没有删除。</translation>
    </message>
    <message>
        <source>“{0}” was not moved.</source>
        <translation>「{0}」没有改时间。</translation>
    </message>
</context>
<context>
    <name>ChatTasksPage</name>
    <message>
        <source>A push with a time, made under New push, waits at the Chat service and stands here until it has left.</source>
        <translation>在「新建推送」中设了时间的推送会在 Chat 服务处等待，发出之前列在这里。</translation>
    </message>
    <message>
        <source>Change the time of this task</source>
        <translation>更改这个任务的时间</translation>
    </message>
    <message>
        <source>Change the time…</source>
        <translation>更改时间…</translation>
    </message>
    <message>
        <source>Delete this task</source>
        <translation>删除这个任务</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>New push</source>
        <translation>新建推送</translation>
    </message>
    <message>
        <source>Nothing is scheduled</source>
        <translation>没有定时推送</translation>
    </message>
    <message>
        <source>Open the push</source>
        <translation>打开推送</translation>
    </message>
    <message>
        <source>Open the push of this task</source>
        <translation>打开这个任务的推送</translation>
    </message>
    <message>
        <source>Pushes that the Chat service keeps for later</source>
        <translation>Chat 服务保管的定时推送</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Read at {0}.</source>
        <translation>读取于 {0}。</translation>
    </message>
    <message>
        <source>Read the list of tasks again</source>
        <translation>重新读取任务列表</translation>
    </message>
    <message>
        <source>Show later ones</source>
        <translation>显示更晚的</translation>
    </message>
    <message>
        <source>Show later tasks</source>
        <translation>显示更晚的任务</translation>
    </message>
</context>
<context>
    <name>ChatUsersPage</name>
    <message>
        <source>Connect a Chat app</source>
        <translation>连接 Chat 应用</translation>
    </message>
    <message>
        <source>Connect a Chat app, and its users can be given tags and attributes here.</source>
        <translation>连接 Chat 应用后，可以在这里为它的用户设置标签和属性。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>No Chat app is connected</source>
        <translation>还没有连接 Chat 应用</translation>
    </message>
</context>
<context>
    <name>ChatWays</name>
    <message>
        <source>CHAT (IM)</source>
        <translation>即时通信 IM</translation>
    </message>
    <message>
        <source>Push to all users</source>
        <translation>全员推送</translation>
    </message>
    <message>
        <source>What must be ready</source>
        <translation>需要准备什么</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>A web address starts with https:// or http://.</source>
        <translation>网址应以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>Accounts of the international site may not use blanks in texts to the Chinese mainland, except for codes. Choose a template without blanks.</source>
        <translation>国际站账号发往中国大陆的短信除验证码外不能带变量。选择一个不带变量的模板。</translation>
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
        <source>Add at least one time of day.</source>
        <translation>请至少添加一个时间。</translation>
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
        <source>As it stands it never goes out: none of these days comes before the last one.</source>
        <translation>按现在的设置不会推送：到结束日期为止没有所选的日子。</translation>
    </message>
    <message>
        <source>At most 90 days ahead.</source>
        <translation>最多提前 90 天。</translation>
    </message>
    <message>
        <source>At most {total} messages may be charged, and the package had {left} left when it was last read.</source>
        <translation>最多可能计费 {total} 条短信，而上次读取时套餐包剩余 {left} 条。</translation>
    </message>
    <message>
        <source>At most {total} messages may be charged: {each} for each of {count} accounts in your list.</source>
        <translation>最多可能计费 {total} 条短信：名单中 {count} 个账号，每个 {each} 条。</translation>
    </message>
    <message>
        <source>At most {total} messages may be charged: {each} for each of {count} accounts you typed.</source>
        <translation>最多可能计费 {total} 条短信：输入的 {count} 个账号，每个 {each} 条。</translation>
    </message>
    <message>
        <source>At most {total} messages may be charged: {each} for each of {count} devices.</source>
        <translation>最多可能计费 {total} 条短信：{count} 台设备，每台 {each} 条。</translation>
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
        <source>Choose at least one day.</source>
        <translation>请至少选择一天。</translation>
    </message>
    <message>
        <source>Choose the column with the accounts.</source>
        <translation>选择账号所在的列。</translation>
    </message>
    <message>
        <source>Choose the first and the last day.</source>
        <translation>请选择开始日期和结束日期。</translation>
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
        <source>Enter the class of the screen, such as com.shop.OrderActivity.</source>
        <translation>请填写页面的类名，例如 com.shop.OrderActivity。</translation>
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
        <source>Every time of this repetition has passed. Choose a later last day.</source>
        <translation>所有推送时间都已过去，请选择更晚的结束日期。</translation>
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
        <source>Give each time of day a beginning and another end, such as 09:00 to 21:00.</source>
        <translation>每个时段都要有不同的开始和结束时间，例如 09:00 至 21:00。</translation>
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
        <source>Huawei phones take no custom data in a push that replaces another: TPNS may refuse it. Take the data out, or leave Huawei&apos;s channel out.</source>
        <translation>替换旧推送时，华为不接受自定义数据，TPNS 可能拒收。请删除这些数据，或关闭华为通道。</translation>
    </message>
    <message>
        <source>It goes out at {time}, Beijing time. People may be asleep.</source>
        <translation>将在北京时间 {time} 发出，可能打扰休息。</translation>
    </message>
    <message>
        <source>Mainland numbers among the accounts: {count}. A text for other countries does not reach them.</source>
        <translation>账号中有 {count} 个境内号码，境外短信无法送达。</translation>
    </message>
    <message>
        <source>Match times</source>
        <translation>对齐时间</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Move to 09:00</source>
        <translation>改到 09:00</translation>
    </message>
    <message>
        <source>Name the group as well: a line above it alone is not shown.</source>
        <translation>请同时填写分组名称，只有分组摘要不会显示。</translation>
    </message>
    <message>
        <source>Name the sound without its ending: “ding”, not “ding.mp3”.</source>
        <translation>铃声名称不带扩展名：写「ding」，不写「ding.mp3」。</translation>
    </message>
    <message>
        <source>Never used with this app before, so look at the spelling: {tags}</source>
        <translation>此应用以前从未用过的标签，请核对拼写：{tags}</translation>
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
        <source>Nothing answers at {host}. Look whether the page opens.</source>
        <translation>{host} 没有回应，请看看页面能否打开。</translation>
    </message>
    <message>
        <source>Nothing appears on iPhones, and they take about three silent messages an hour.</source>
        <translation>iPhone 上不会显示任何内容，每小时约接受三条静默消息。</translation>
    </message>
    <message>
        <source>Nothing in this list can be sent yet. Mend it first, or choose another file.</source>
        <translation>这个名单还没有可发送的账号。先整理，或选择另一个文件。</translation>
    </message>
    <message>
        <source>Numbers outside the Chinese mainland among the accounts: {count}. A mainland text does not reach them.</source>
        <translation>账号中有 {count} 个境外号码，境内短信无法送达。</translation>
    </message>
    <message>
        <source>OPPO and vivo phones cannot replace: people there see both pushes.</source>
        <translation>OPPO 和 vivo 手机不能替换，用户会看到两条推送。</translation>
    </message>
    <message>
        <source>OPPO and vivo phones cannot replace: they do not get the new push.</source>
        <translation>OPPO 和 vivo 手机不能替换，不会收到新推送。</translation>
    </message>
    <message>
        <source>Only phones that are online at that moment get it.</source>
        <translation>只有当时在线的手机能收到。</translation>
    </message>
    <message>
        <source>Only the Android phones&apos; earlier push is replaced: people with iPhones see both.</source>
        <translation>只有 Android 手机上的原推送会被覆盖；iPhone 用户会看到两条。</translation>
    </message>
    <message>
        <source>Only the iPhones&apos; earlier push is replaced: people with Android phones see both.</source>
        <translation>只有 iPhone 上的原推送会被覆盖；Android 用户会看到两条。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Personal text is on, but nothing is to be filled in. A blank looks like {{{{name}}}}.</source>
        <translation>已打开「个性化内容」，但没有要替换的变量。变量写作 {{{{name}}}}。</translation>
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
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Set to 3 days</source>
        <translation>改为 3 天</translation>
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
        <source>Set to the nearest</source>
        <translation>改为最接近的值</translation>
    </message>
    <message>
        <source>Show cut</source>
        <translation>查看截断</translation>
    </message>
    <message>
        <source>Something stands twice in “{field}”. Take one of them out.</source>
        <translation>「{field}」中有重复的内容，请删除一个。</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Switch all on</source>
        <translation>全部打开</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>关闭个性化内容</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>打开个性化内容</translation>
    </message>
    <message>
        <source>TPNS cannot read “{field}” as it is written. Enter or choose it again.</source>
        <translation>TPNS 无法识别「{field}」的写法，请重新填写或选择。</translation>
    </message>
    <message>
        <source>TPNS cannot read “{field}” as it is written. Write it as the example shows.</source>
        <translation>TPNS 无法识别「{field}」的写法，请按示例填写。</translation>
    </message>
    <message>
        <source>TPNS cannot tell beforehand how many people these tags reach.</source>
        <translation>TPNS 无法提前告知这些标签有多少人。</translation>
    </message>
    <message>
        <source>TPNS keeps trying for at most {hours} hours. Choose a shorter time.</source>
        <translation>TPNS 最多保留 {hours} 小时，请选择更短的时间。</translation>
    </message>
    <message>
        <source>TPNS makes {raised_s} of {kept_s}: shorter ones it does not know.</source>
        <translation>TPNS 会把 {kept_s} 改为 {raised_s}，不支持更短的时间。</translation>
    </message>
    <message>
        <source>TPNS sends {least} to {most} a second. Choose a speed between them.</source>
        <translation>TPNS 每秒推送 {least} 到 {most} 条，请选择其间的速度。</translation>
    </message>
    <message>
        <source>Take the ending off</source>
        <translation>去掉扩展名</translation>
    </message>
    <message>
        <source>Take the new words</source>
        <translation>采用新内容</translation>
    </message>
    <message>
        <source>Text message backup</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>Text messages may be charged, up to one for each person; TPNS cannot tell how many.</source>
        <translation>可能产生短信费用，最多每人一条；TPNS 无法提前得知条数。</translation>
    </message>
    <message>
        <source>The SMS template “{name}” is not approved for use. Choose another, or wait for its approval.</source>
        <translation>短信模板「{name}」尚不可用。请另选一个，或等待审核通过。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: phones warn people or do not open the page.</source>
        <translation>{host} 的证书不受信任，手机会提醒用户或不打开页面。</translation>
    </message>
    <message>
        <source>The first day has passed. Choose today or a later day.</source>
        <translation>开始日期已过，请选择今天或以后的日期。</translation>
    </message>
    <message>
        <source>The large icon comes from the web: enter its address.</source>
        <translation>大图标来自网络，请填写网址。</translation>
    </message>
    <message>
        <source>The large icon comes from the web: its address starts with https://.</source>
        <translation>大图标来自网络，网址应以 https:// 开头。</translation>
    </message>
    <message>
        <source>The last day has passed. Choose today or a later day.</source>
        <translation>结束日期已过，请选择今天或以后的日期。</translation>
    </message>
    <message>
        <source>The last day is before the first. Choose a later one.</source>
        <translation>结束日期早于开始日期，请选择更晚的日期。</translation>
    </message>
    <message>
        <source>The message is too big ({size_kb} of {limit_kb} KB). Shorten the text or the custom data.</source>
        <translation>消息过大（{size_kb} / {limit_kb} KB），请缩短正文或减少自定义数据。</translation>
    </message>
    <message>
        <source>The number in “{field}” is too great. Enter a smaller one.</source>
        <translation>「{field}」的数字太大，请填写更小的数。</translation>
    </message>
    <message>
        <source>The number in “{field}” is too small. Enter a greater one.</source>
        <translation>「{field}」的数字太小，请填写更大的数。</translation>
    </message>
    <message>
        <source>The number on the icon: from {least} to {most}.</source>
        <translation>图标上的数字应在 {least} 到 {most} 之间。</translation>
    </message>
    <message>
        <source>The number on the icon: {least} or more.</source>
        <translation>图标上的数字不小于 {least}。</translation>
    </message>
    <message>
        <source>The own sound needs a notification channel. Enter the channel&apos;s ID.</source>
        <translation>自定义铃声需要通知渠道，请填写渠道 ID。</translation>
    </message>
    <message>
        <source>The push gives up after {kept_s}, before the text message is due after {delay_s}.</source>
        <translation>推送在 {kept_s} 后过期，早于短信触发的 {delay_s}。</translation>
    </message>
    <message>
        <source>The same time stands there twice. Take one of them out.</source>
        <translation>有两个相同的时间，请删除其中一个。</translation>
    </message>
    <message>
        <source>The signature “{name}” is not approved for use. Choose another, or wait for its approval.</source>
        <translation>签名「{name}」尚不可用。请另选一个，或等待审核通过。</translation>
    </message>
    <message>
        <source>The template is for mainland numbers, the signature for numbers outside the Chinese mainland. Choose two of one kind.</source>
        <translation>模板用于境内号码，签名用于境外号码。请选择同一类的模板和签名。</translation>
    </message>
    <message>
        <source>The template is for numbers outside the Chinese mainland, the signature for mainland numbers. Choose two of one kind.</source>
        <translation>模板用于境外号码，签名用于境内号码。请选择同一类的模板和签名。</translation>
    </message>
    <message>
        <source>The template is made of blanks alone, which the SMS service does not take. Choose another template.</source>
        <translation>模板里只有变量，短信服务不接受。请另选一个模板。</translation>
    </message>
    <message>
        <source>The template&apos;s blanks are not numbered 1, 2, 3 without a gap. Choose another template.</source>
        <translation>模板的变量没有按 1、2、3 连续编号。请另选一个模板。</translation>
    </message>
    <message>
        <source>The template&apos;s number of blanks is {wanted}, and the number of values is {given}. Make them equal.</source>
        <translation>模板的变量数为 {wanted}，填写的值数为 {given}。请使两者一致。</translation>
    </message>
    <message>
        <source>The text has {size} characters. One page allows {limit}, so it may be refused.</source>
        <translation>短信有 {size} 个字符。有文档规定最多 {limit} 个，可能会被拒收。</translation>
    </message>
    <message>
        <source>The text has {size} characters; at most {limit} are allowed. Shorten its values.</source>
        <translation>短信有 {size} 个字符，最多 {limit} 个。请缩短变量的值。</translation>
    </message>
    <message>
        <source>The time in “{field}” has passed. Choose a later one.</source>
        <translation>「{field}」的时间已过，请选择更晚的时间。</translation>
    </message>
    <message>
        <source>The time in “{field}” is too far ahead. Choose an earlier one.</source>
        <translation>「{field}」的时间太远，请选择更早的时间。</translation>
    </message>
    <message>
        <source>The title is too long for {vendors}. Those phones get it through TPNS&apos;s own channel, perhaps later.</source>
        <translation>标题对 {vendors} 过长。这些手机改由 TPNS 自有通道送达，可能延迟。</translation>
    </message>
    <message>
        <source>This app has no keys for the system of “{name}”. Take the device out.</source>
        <translation>这个应用没有「{name}」所属系统的密钥，请去掉这台设备。</translation>
    </message>
    <message>
        <source>This page answers with an error ({status}). Look whether it opens.</source>
        <translation>页面回答出错（{status}），请看看能否打开。</translation>
    </message>
    <message>
        <source>This page answers “not found” ({status}). Look at the address.</source>
        <translation>页面回答「找不到」（{status}），请核对网址。</translation>
    </message>
    <message>
        <source>This web address has a gap or a slip in it. Copy it again.</source>
        <translation>网址中有空格或笔误，请重新复制。</translation>
    </message>
    <message>
        <source>Too long for {vendors}. Those phones get it through TPNS&apos;s own channel, perhaps later.</source>
        <translation>对 {vendors} 过长。这些手机改由 TPNS 自有通道送达，可能延迟。</translation>
    </message>
    <message>
        <source>Turn into a file</source>
        <translation>转为名单文件</translation>
    </message>
    <message>
        <source>Two keys in “{field}” are the same. Rename one of them.</source>
        <translation>「{field}」中有两个相同的键名，请修改其中一个。</translation>
    </message>
    <message>
        <source>Two rows of the custom data have the same key. Rename one of them.</source>
        <translation>自定义数据有两行键名相同，请修改其中一行。</translation>
    </message>
    <message>
        <source>Up to about {count} text messages may be charged: one for each device ({source}).</source>
        <translation>最多可能产生约 {count} 条短信费用：每台设备一条（{source}）。</translation>
    </message>
    <message>
        <source>Up to about {total} messages may be charged: {each} for each of about {count} devices ({source}).</source>
        <translation>最多可能产生约 {total} 条短信费用：约 {count} 台设备，每台 {each} 条（{source}）。</translation>
    </message>
    <message>
        <source>Up to {count} text messages may be charged: one for each account in your list.</source>
        <translation>最多可能产生 {count} 条短信费用：名单中的每个账号一条。</translation>
    </message>
    <message>
        <source>Up to {count} text messages may be charged: one for each account you typed.</source>
        <translation>最多可能产生 {count} 条短信费用：你填写的每个账号一条。</translation>
    </message>
    <message>
        <source>Up to {count} text messages may be charged: one for each device.</source>
        <translation>最多可能产生 {count} 条短信费用：每台设备一条。</translation>
    </message>
    <message>
        <source>Value {{{blank}}} has {size} characters. An SMS account of a private person takes at most {limit}; a company&apos;s has no such limit.</source>
        <translation>变量 {{{blank}}} 有 {size} 个字符。个人短信账号最多 {limit} 个，企业账号没有这个限制。</translation>
    </message>
    <message>
        <source>Value {{{blank}}} holds a web address, which the SMS service does not take. Take it out.</source>
        <translation>变量 {{{blank}}} 含有网址，短信服务不接受。请删去网址。</translation>
    </message>
    <message>
        <source>Value {{{blank}}} of a template for codes may have at most {limit} digits and nothing else.</source>
        <translation>验证码模板的变量 {{{blank}}} 只能是数字，最多 {limit} 位。</translation>
    </message>
    <message>
        <source>Wait until 08:00</source>
        <translation>等到 08:00</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>When you chose the SMS template it said “{was}”; now it says “{now}”. Read it again before you send.</source>
        <translation>你选择短信模板时内容是「{was}」，现在是「{now}」。发送前请再看一遍。</translation>
    </message>
    <message>
        <source>Whether the SMS template is approved was not read from the account. Check its ID.</source>
        <translation>未从账号读取该短信模板的审核状态。请核对模板 ID。</translation>
    </message>
    <message>
        <source>Whether the signature is approved was not read from the account. Check its spelling.</source>
        <translation>未从账号读取该签名的审核状态。请核对写法。</translation>
    </message>
    <message>
        <source>Which countries the list&apos;s numbers are of was not counted yet. Check the list again; the text is for one side only.</source>
        <translation>名单中的号码属于哪些国家或地区还没有统计。重新检查名单；这条短信只适用于境内或境外其中一方。</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>推送给谁</translation>
    </message>
    <message>
        <source>With every channel off nobody could be reached. Switch at least one on.</source>
        <translation>所有通道都已关闭，没有人能收到。请至少打开一个。</translation>
    </message>
    <message>
        <source>Write in capitals</source>
        <translation>改为大写</translation>
    </message>
    <message>
        <source>Write the signature without brackets; the SMS service adds them.</source>
        <translation>签名不要带括号，短信服务会自动加上。</translation>
    </message>
    <message>
        <source>You have not seen this on a phone yet.</source>
        <translation>尚未在测试设备上看过这条推送。</translation>
    </message>
    <message>
        <source>You have not seen this on {platform} yet, only on another system.</source>
        <translation>尚未在 {platform} 上看过这条推送，只在另一系统上看过。</translation>
    </message>
    <message>
        <source>iOS environment of the app</source>
        <translation>应用的 iOS 环境</translation>
    </message>
    <message>
        <source>vivo&apos;s message class is written in capitals, such as ACCOUNT.</source>
        <translation>vivo 消息分类用大写字母，例如 ACCOUNT。</translation>
    </message>
    <message>
        <source>{count} different blanks. The console of TPNS takes at most {limit}.</source>
        <translation>有 {count} 个不同的变量，TPNS 控制台最多支持 {limit} 个。</translation>
    </message>
    <message>
        <source>{count} rows ({percent} %) don&apos;t look like the chosen account type.</source>
        <translation>{count} 行（{percent}%）不像所选的账号类型。</translation>
    </message>
    <message>
        <source>{found} is filled in only where Personal text is on. As it stands, people read it like this.</source>
        <translation>只有打开「个性化内容」才会替换 {found}，否则用户会直接看到它。</translation>
    </message>
    <message>
        <source>{host} is known only inside your own network: phones elsewhere cannot open it.</source>
        <translation>{host} 只在内部网络可用，外面的手机无法打开。</translation>
    </message>
    <message>
        <source>{host} leads on and on, or to no web page. Look where the address ends.</source>
        <translation>{host} 一再跳转，或没有跳到网页，请核对网址的去向。</translation>
    </message>
    <message>
        <source>{host} looks like a test address. Enter the one that everybody may see.</source>
        <translation>{host} 像是测试地址，请改用正式地址。</translation>
    </message>
    <message>
        <source>“{field}” does not go together with another choice. Take one of the two back.</source>
        <translation>「{field}」与另一项设置不能同时使用，请取消其中一项。</translation>
    </message>
    <message>
        <source>“{field}” has more entries than TPNS takes. Take some out.</source>
        <translation>「{field}」的数量超过 TPNS 的上限，请减少一些。</translation>
    </message>
    <message>
        <source>“{field}” holds data that cannot be read. Enter it again.</source>
        <translation>「{field}」中的数据无法读取，请重新填写。</translation>
    </message>
    <message>
        <source>“{field}” holds half a character, which cannot be sent. Delete it and type it again.</source>
        <translation>「{field}」含有半个字符，无法发送。请删除后重新输入。</translation>
    </message>
    <message>
        <source>“{field}” holds something that TPNS does not know. Enter it again.</source>
        <translation>「{field}」含有 TPNS 不认识的内容，请重新填写。</translation>
    </message>
    <message>
        <source>“{field}” is a plain number. Ask your developers for it.</source>
        <translation>「{field}」是一个数字，请向开发人员确认。</translation>
    </message>
    <message>
        <source>“{field}” is longer than TPNS takes. Shorten it.</source>
        <translation>「{field}」超过 TPNS 的长度上限，请缩短。</translation>
    </message>
    <message>
        <source>“{field}” is shorter than TPNS takes. Write more.</source>
        <translation>「{field}」过短，请写长一些。</translation>
    </message>
    <message>
        <source>“{field}” is still empty. Devices without a value need it.</source>
        <translation>「{field}」还没有填写，没有对应属性的设备需要它。</translation>
    </message>
    <message>
        <source>“{field}” is still empty. Fill it in.</source>
        <translation>「{field}」还没有填写。</translation>
    </message>
    <message>
        <source>“{field}” needs an address that starts with https://.</source>
        <translation>「{field}」的网址应以 https:// 开头。</translation>
    </message>
    <message>
        <source>“{field}”: TPNS does not take this. Choose one of those offered.</source>
        <translation>「{field}」：TPNS 不支持这一项，请从列出的选项中选择。</translation>
    </message>
    <message>
        <source>TPNS takes the same text to everyone once an hour. Next at {next_at}.</source>
        <translation>相同内容全量推送每小时仅一次，{next_at} 后可发。</translation>
    </message>
    <message>
        <source>A number gets the same text once in {seconds} seconds, and at most {limit} texts a day; newer pages say {least}. The SMS console may have set other limits.</source>
        <translation>同一号码 {seconds} 秒内相同内容只发一条，每天最多 {limit} 条；较新的文档为 {least} 条。短信控制台可能另有设置。</translation>
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
        <source>A colour is written like #01e240.</source>
        <translation>颜色写作 #01e240 的形式。</translation>
    </message>
    <message>
        <source>A device ID has at most 36 characters. Copy the longer ones again.</source>
        <translation>设备 ID 最多 36 个字符，过长的请重新复制。</translation>
    </message>
    <message>
        <source>A key in “{field}” has no name. Name it or take the row out.</source>
        <translation>「{field}」中有一个键没有名称，请填写或删除该行。</translation>
    </message>
    <message>
        <source>A marketing text has to end with how to get no more of them, such as “Reply STOP to opt out”. The template does not seem to.</source>
        <translation>营销短信结尾必须写明如何退订，例如「拒收请回复R」。这个模板似乎没有写。</translation>
    </message>
    <message>
        <source>A push ID to replace is a number that TPNS gave. Choose the push again.</source>
        <translation>要替换的推送 ID 是 TPNS 给出的数字，请重新选择推送。</translation>
    </message>
    <message>
        <source>A push at {leaves} would text people at {due} (Beijing time), when they sleep.</source>
        <translation>{leaves} 的推送会在 {due}（北京时间）发出短信，那时人们在睡觉。</translation>
    </message>
    <message>
        <source>A push at {leaves} would text people at {due}. Marketing texts may go out from 08:00 to 22:00 only (Beijing time).</source>
        <translation>{leaves} 的推送会在 {due} 发出短信。营销短信只能在 08:00 到 22:00（北京时间）发出。</translation>
    </message>
    <message>
        <source>A row has no tags. Add one or take the row out.</source>
        <translation>有一行没有标签，请添加标签或删除该行。</translation>
    </message>
    <message>
        <source>A row of the custom data has no key. Name it or take the row out.</source>
        <translation>自定义数据有一行没有键名，请填写或删除该行。</translation>
    </message>
    <message>
        <source>A signature has {least} to {most} characters by the pages that are known. Check it in the console.</source>
        <translation>按已知文档，签名为 {least} 到 {most} 个字符。请在控制台核对。</translation>
    </message>
    <message>
        <source>A silent message with nothing in it. Add custom data that the app reads.</source>
        <translation>这条静默消息没有内容，请添加应用要读取的自定义数据。</translation>
    </message>
    <message>
        <source>A text to Malaysia is charged as {each} messages, elsewhere as {elsewhere}. Malaysian numbers: {count}.</source>
        <translation>发往马来西亚的短信按 {each} 条计费，其他地区按 {elsewhere} 条。马来西亚号码：{count} 个。</translation>
    </message>
    <message>
        <source>A text to mainland numbers needs a signature. Choose one.</source>
        <translation>境内短信必须有签名。请选择一个。</translation>
    </message>
    <message>
        <source>A time of day is written like 09:30.</source>
        <translation>时间写作 09:30 的形式。</translation>
    </message>
    <message>
        <source>A value of the custom data cannot be read. Enter it again.</source>
        <translation>自定义数据中有一个值无法读取，请重新填写。</translation>
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
    <name>Clearing</name>
    <message numerus="yes">
        <source>%Ln draft(s) that were sent as they stand go with them.</source>
        <translation>
            <numerusform>同时删除 %Ln 个已原样发出的草稿。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) older than 24 hours go, with text, people and figures.</source>
        <translation>
            <numerusform>将删除 %Ln 条超过 24 小时的推送，包括正文、受众和数据。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) stay because they are on hold or not settled yet.</source>
        <translation>
            <numerusform>保留 %Ln 条待发出或结果未知的推送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) stay: of the last 24 hours, or still to go out.</source>
        <translation>
            <numerusform>保留 %Ln 条推送：最近 24 小时内的，或尚未到时间的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) were cleared.</source>
        <translation>
            <numerusform>已清除 %Ln 条推送。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to clear.</source>
        <translation>没有可清除的内容。</translation>
    </message>
</context>
<context>
    <name>CloudCard</name>
    <message>
        <source>A Tencent Cloud account, to choose signatures and templates and to see what became of texts.</source>
        <translation>腾讯云账号，用来选择签名和模板，并查看短信的结果。</translation>
    </message>
    <message>
        <source>Asking the service. Nothing is sent to anybody.</source>
        <translation>正在询问服务，不会向任何人发送内容。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Details: {0}</source>
        <translation>详情：{0}</translation>
    </message>
    <message>
        <source>Its keys leave this computer. Signatures and templates stay in the local book, and TPNS goes on sending texts with its own keys.</source>
        <translation>密钥将从这台电脑删除。签名和模板仍留在本地簿里，TPNS 会继续用它自己的密钥发送短信。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the account for text messages?</source>
        <translation>移除短信账号？</translation>
    </message>
    <message>
        <source>Remove the account for text messages…</source>
        <translation>移除短信账号…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Saved. The keys are in this computer&apos;s password store.</source>
        <translation>已保存。密钥在系统密码库里。</translation>
    </message>
    <message>
        <source>Set up an account…</source>
        <translation>设置账号…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the account for text messages</source>
        <translation>测试短信账号</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>That did not work. Try again.</source>
        <translation>没有成功，请重试。</translation>
    </message>
    <message>
        <source>The account was removed from this computer.</source>
        <translation>账号已从这台电脑移除。</translation>
    </message>
    <message>
        <source>The disk refused: this counts until you close the program.</source>
        <translation>磁盘拒绝写入：设置只在关闭程序之前有效。</translation>
    </message>
    <message>
        <source>The password store did not give the keys up. Open it and remove the entries “tpns-desktop/cloud” there.</source>
        <translation>系统密码库没有交出密钥。请打开密码库，删除其中的「tpns-desktop/cloud」条目。</translation>
    </message>
    <message>
        <source>What must be ready first?</source>
        <translation>需要先准备什么？</translation>
    </message>
</context>
<context>
    <name>CloudDialog</name>
    <message>
        <source>Account for text messages</source>
        <translation>短信账号</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>SecretId</source>
        <translation>SecretId</translation>
    </message>
    <message>
        <source>SecretKey</source>
        <translation>SecretKey</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>已保存；留空则保持不变</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Where the signatures were applied for; others can be typed in.</source>
        <translation>申请签名时所在的地域，也可以填写列表以外的。</translation>
    </message>
    <message>
        <source>With it the program reads your signatures, templates and totals. It never sends a text: TPNS does that, with keys of its own.</source>
        <translation>程序用它查看你的签名、模板和统计，从不发送短信；短信由 TPNS 用它自己的密钥发送。</translation>
    </message>
</context>
<context>
    <name>ColourEditor</name>
    <message>
        <source>Choose a colour…</source>
        <translation>选择颜色…</translation>
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
        <source>Not saved: the disk refused. Your text is kept here.</source>
        <translation>未保存：磁盘无法写入。内容仍保留在这里。</translation>
    </message>
    <message>
        <source>Reading the text&apos;s template again…</source>
        <translation>正在重新读取短信模板…</translation>
    </message>
    <message>
        <source>Saved as a template. The draft goes on by itself.</source>
        <translation>已存为模板，草稿可以继续编辑。</translation>
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
    <message>
        <source>Your earlier draft is under Drafts &amp; templates.</source>
        <translation>之前的草稿在「草稿与模板」中。</translation>
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
    <name>CoursePart</name>
    <message>
        <source>About these figures</source>
        <translation>关于这些数据</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Tapped</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>The figures as this program read them</source>
        <translation>本程序读取到的数据</translation>
    </message>
    <message>
        <source>The figures as this program read them, by this computer&apos;s clock</source>
        <translation>本程序读到的数据，时间为本机时间</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>发送给</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>All pushes of {0} by day</source>
        <translation>{0} 的每日全部推送</translation>
    </message>
    <message>
        <source>As TPNS itself counts the last 30 days (Beijing time): pushes in plans and in none, made here and elsewhere.</source>
        <translation>以 TPNS 统计的最近 30 天为准（北京时间）：包括推送计划内外、本程序和其他途径的推送。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Asking TPNS…</source>
        <translation>正在向 TPNS 查询…</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Read {0}</source>
        <translation>{0} 读取</translation>
    </message>
    <message>
        <source>TPNS counted no push on these days.</source>
        <translation>TPNS 在这些天没有统计到推送。</translation>
    </message>
</context>
<context>
    <name>DaysEditor</name>
    <message>
        <source>Day {0} of the month</source>
        <translation>每月 {0} 日</translation>
    </message>
</context>
<context>
    <name>DeleteTagDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every customer&apos;s phone that has this tag loses it, and the app&apos;s tag list does. TPNS does it a little later. It can&apos;t be undone: nobody keeps a list of the phones that had it. Pushes to this tag, also those scheduled already, then reach nobody.</source>
        <translation>所有带这个标签的用户手机都会失去它，应用的标签列表也会移除它。TPNS 稍后处理。此操作无法撤销：没有人保存带有它的手机名单。之后推给这个标签（包括已定时的推送）不会送达任何人。</translation>
    </message>
    <message>
        <source>Take it off every phone</source>
        <translation>从所有手机移除</translation>
    </message>
    <message>
        <source>Take the tag “{0}” off every phone of {1}?</source>
        <translation>从 {1} 的所有手机移除标签「{0}」？</translation>
    </message>
    <message>
        <source>To do it, type the app&apos;s name: {0}</source>
        <translation>要这样做，请输入应用名称：{0}</translation>
    </message>
</context>
<context>
    <name>DeliberateDialog</name>
    <message>
        <source>Enter and Space don&apos;t do it. Click the button, or press Alt+S.</source>
        <translation>按 Enter 或空格不起作用。请点击按钮，或按 Alt+S。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>DeliveryPart</name>
    <message>
        <source>As TPNS does it</source>
        <translation>由 TPNS 决定</translation>
    </message>
    <message>
        <source>Choose a push…</source>
        <translation>选择推送…</translation>
    </message>
    <message>
        <source>Choose the push that this one replaces</source>
        <translation>选择要覆盖的推送</translation>
    </message>
    <message>
        <source>Don&apos;t replace</source>
        <translation>不覆盖</translation>
    </message>
    <message>
        <source>More about delivery</source>
        <translation>更多下发设置</translation>
    </message>
    <message>
        <source>None. It is shown beside earlier ones.</source>
        <translation>不覆盖，与之前的推送同时展示。</translation>
    </message>
    <message>
        <source>Replaces “{0}” on phones that still show it. OPPO and vivo phones, and Huawei ones before EMUI 10, keep the old one.</source>
        <translation>在仍展示「{0}」的手机上覆盖它。OPPO、vivo 以及 EMUI 10 之前的华为手机会保留旧通知。</translation>
    </message>
    <message>
        <source>TPNS&apos;s own channel first</source>
        <translation>优先自有通道</translation>
    </message>
    <message>
        <source>The maker&apos;s channel</source>
        <translation>厂商通道</translation>
    </message>
    <message>
        <source>an earlier push</source>
        <translation>之前的推送</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>All plans</source>
        <translation>全部计划</translation>
    </message>
    <message>
        <source>Enter opens the result of a push</source>
        <translation>按回车打开推送结果</translation>
    </message>
    <message>
        <source>Hidden: not offered for new pushes</source>
        <translation>已隐藏：新建推送时不再提供</translation>
    </message>
    <message>
        <source>New push in this plan</source>
        <translation>在此计划中新建推送</translation>
    </message>
    <message>
        <source>No push in this plan yet</source>
        <translation>该计划还没有推送</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>页面部分</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Pushes of this plan</source>
        <translation>该计划的推送</translation>
    </message>
    <message>
        <source>Pushes that are confirmed with this plan are listed here.</source>
        <translation>用这个计划确认的推送会列在这里。</translation>
    </message>
    <message>
        <source>Show older pushes</source>
        <translation>显示更早的推送</translation>
    </message>
    <message>
        <source>TPNS could not be asked. {0}</source>
        <translation>没能查询 TPNS。{0}</translation>
    </message>
</context>
<context>
    <name>DeviceDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a test device</source>
        <translation>添加测试设备</translation>
    </message>
    <message>
        <source>Change “{0}”</source>
        <translation>修改「{0}」</translation>
    </message>
    <message>
        <source>Device ID (token)</source>
        <translation>设备 ID（token）</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Name you will recognise</source>
        <translation>你认得出的名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Paste from the clipboard</source>
        <translation>从剪贴板粘贴</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Device book…</source>
        <translation>设备簿…</translation>
    </message>
    <message>
        <source>No device has a name yet. The device book gives it one.</source>
        <translation>还没有命名的设备，可以在设备簿中添加。</translation>
    </message>
    <message>
        <source>Open the device book</source>
        <translation>打开设备簿</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0} · {1} · no longer in the book</source>
        <translation>{0} · {1} · 已不在设备簿中</translation>
    </message>
</context>
<context>
    <name>DeviceWork</name>
    <message>
        <source>A device ID is one row of 36 characters.</source>
        <translation>设备 ID 是一行 36 个字符。</translation>
    </message>
    <message>
        <source>A tag has a line end or another character that nobody sees. Type the tag again.</source>
        <translation>有标签含换行或其他看不见的字符。请重新输入该标签。</translation>
    </message>
    <message>
        <source>A tag has at most 50 characters.</source>
        <translation>一个标签最多 50 个字符。</translation>
    </message>
    <message>
        <source>Account bound: {0}</source>
        <translation>绑定账号：{0}</translation>
    </message>
    <message>
        <source>Account unbound: {0}</source>
        <translation>解绑账号：{0}</translation>
    </message>
    <message>
        <source>Add the tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>All accounts unbound</source>
        <translation>解绑全部账号</translation>
    </message>
    <message>
        <source>All attributes removed</source>
        <translation>移除全部属性</translation>
    </message>
    <message>
        <source>All other tags of your own leave the phone; if each new one has a colon, only tags with the same word before the colon do. TPNS does it a little later.</source>
        <translation>其他自有标签都会从手机移除；如果每个新标签都带冒号，则只移除冒号前相同的标签。TPNS 稍后处理。</translation>
    </message>
    <message>
        <source>All tags removed</source>
        <translation>移除全部标签</translation>
    </message>
    <message>
        <source>At most 100 tags at a time.</source>
        <translation>一次最多 100 个标签。</translation>
    </message>
    <message>
        <source>Attribute removed: {0}</source>
        <translation>移除属性：{0}</translation>
    </message>
    <message>
        <source>Attribute set: {0}</source>
        <translation>设置属性：{0}</translation>
    </message>
    <message>
        <source>Bind the account</source>
        <translation>绑定账号</translation>
    </message>
    <message>
        <source>Bind {1} to “{0}”?</source>
        <translation>把 {1} 绑定到「{0}」？</translation>
    </message>
    <message>
        <source>Every tag of your own leaves this phone, also those that the app gave it. TPNS does it a little later; nobody can list them afterwards.</source>
        <translation>这台手机上的所有自有标签都会移除，包括应用设置的标签。TPNS 稍后处理；之后无法再列出它们。</translation>
    </message>
    <message>
        <source>Give “{0}” the tags {1}?</source>
        <translation>给「{0}」添加标签 {1}？</translation>
    </message>
    <message>
        <source>It is not known whether TPNS took {0} off every phone; asked at {1}. Doing it again does no harm.</source>
        <translation>不知道 TPNS 是否已从所有手机去掉{0}；请求时间：{1}。再做一次没有坏处。</translation>
    </message>
    <message>
        <source>It takes the place of every account that is bound to this phone now. Pushes to those no longer find it.</source>
        <translation>它会替换这台手机现有的所有账号；推给那些账号将不再到达这台手机。</translation>
    </message>
    <message>
        <source>Name and value have at most 50 bytes each, about 16 Chinese characters.</source>
        <translation>名称和值各不超过 50 字节，约 16 个汉字。</translation>
    </message>
    <message>
        <source>No push to an account finds this phone until somebody signs in again.</source>
        <translation>在有人重新登录之前，推给账号都不会到达这台手机。</translation>
    </message>
    <message>
        <source>Personal texts fall back to their standard text.</source>
        <translation>个性化文案会改用默认文字。</translation>
    </message>
    <message>
        <source>Personal texts show the new value from now on. A name that was never declared in the TPNS console is left out, and you are told.</source>
        <translation>个性化文案从现在起显示新的值。未在 TPNS 控制台声明过的名称会被跳过，并会告诉你。</translation>
    </message>
    <message>
        <source>Pushes to this account no longer find this phone. Other phones of the account stay.</source>
        <translation>推给这个账号将不再到达这台手机。该账号的其他手机不变。</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Remove all tags</source>
        <translation>移除全部标签</translation>
    </message>
    <message>
        <source>Remove every attribute from “{0}”?</source>
        <translation>移除「{0}」的全部属性？</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the tags</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Remove {1} from “{0}”?</source>
        <translation>从「{0}」移除 {1}？</translation>
    </message>
    <message>
        <source>Replace the tags</source>
        <translation>替换标签</translation>
    </message>
    <message>
        <source>Replace the tags of “{0}” by {1}?</source>
        <translation>把「{0}」的标签替换为 {1}？</translation>
    </message>
    <message>
        <source>Set the attribute</source>
        <translation>设置属性</translation>
    </message>
    <message>
        <source>Set {1} of “{0}”?</source>
        <translation>设置「{0}」的 {1}？</translation>
    </message>
    <message>
        <source>Tags added: {0}</source>
        <translation>添加标签：{0}</translation>
    </message>
    <message>
        <source>Tags removed: {0}</source>
        <translation>移除标签：{0}</translation>
    </message>
    <message>
        <source>Tags replaced by: {0}</source>
        <translation>标签替换为：{0}</translation>
    </message>
    <message>
        <source>Take all tags off “{0}”?</source>
        <translation>移除「{0}」的全部标签？</translation>
    </message>
    <message>
        <source>Take the tags {1} off “{0}”?</source>
        <translation>从「{0}」移除标签 {1}？</translation>
    </message>
    <message>
        <source>Taken off every phone: {0}</source>
        <translation>从所有手机移除：{0}</translation>
    </message>
    <message>
        <source>That is not the app&apos;s name. Type it as it is shown.</source>
        <translation>与应用名称不符，请照显示的名称输入。</translation>
    </message>
    <message>
        <source>The device was removed meanwhile. Add it anew.</source>
        <translation>这台设备已被移除，请重新添加。</translation>
    </message>
    <message>
        <source>The phone gets them at once. Tags that it has already stay.</source>
        <translation>手机会立即得到这些标签，已有的标签保留。</translation>
    </message>
    <message>
        <source>The phone loses them at once. Other tags and other phones keep theirs.</source>
        <translation>手机会立即失去这些标签。其他标签和其他手机不变。</translation>
    </message>
    <message>
        <source>Unbind all</source>
        <translation>全部解绑</translation>
    </message>
    <message>
        <source>Unbind every account from “{0}”?</source>
        <translation>解绑「{0}」的全部账号？</translation>
    </message>
    <message>
        <source>Unbind the account</source>
        <translation>解绑账号</translation>
    </message>
    <message>
        <source>Unbind {1} from “{0}”?</source>
        <translation>把 {1} 从「{0}」解绑？</translation>
    </message>
    <message>
        <source>Write at least one tag.</source>
        <translation>请至少写一个标签。</translation>
    </message>
    <message>
        <source>Write the account.</source>
        <translation>请填写账号。</translation>
    </message>
    <message>
        <source>Write the name of the attribute.</source>
        <translation>请填写属性名称。</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not asked: {0}</source>
        <translation>未提交：{0}</translation>
    </message>
    <message>
        <source>not known: TPNS answered with code {0}, which leaves open whether a part was done. Doing it again does no harm</source>
        <translation>还不清楚：TPNS 返回了代码 {0}，无法确定是否已经做了一部分。再做一次没有坏处</translation>
    </message>
    <message>
        <source>not known: the answer was lost. It may have been done. Doing it again does no harm</source>
        <translation>结果未知：没有收到回应，可能已经完成；再做一次也没有坏处</translation>
    </message>
    <message>
        <source>not taken: {0}</source>
        <translation>未被受理：{0}</translation>
    </message>
    <message>
        <source>taken by TPNS, which does it a little later</source>
        <translation>TPNS 已受理，稍后处理</translation>
    </message>
    <message>
        <source>taken by TPNS; it may need a moment</source>
        <translation>TPNS 已受理，可能需要片刻</translation>
    </message>
    <message>
        <source>taken, but {0} was left out: it is not declared in the TPNS console</source>
        <translation>已受理，但跳过了{0}：它没有在 TPNS 控制台声明</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{0} · {1} · {2}</source>
        <translation>{0} · {1} · {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>36 characters: looks right.</source>
        <translation>36 个字符，看起来没有问题。</translation>
    </message>
    <message>
        <source>36 characters; the app shows it, or your developers know.</source>
        <translation>36 个字符，可以在应用里查看或询问开发人员。</translation>
    </message>
    <message>
        <source>A device ID is one row of 36 characters.</source>
        <translation>设备 ID 是一行 36 个字符。</translation>
    </message>
    <message>
        <source>Another device has this name. Choose another.</source>
        <translation>已有设备使用这个名称，请换一个。</translation>
    </message>
    <message>
        <source>Give the device a name that you recognise.</source>
        <translation>给设备起一个你认得出的名称。</translation>
    </message>
    <message>
        <source>Part of it is hidden by stars. Copy it whole.</source>
        <translation>有一部分被星号遮住了，请复制完整的内容。</translation>
    </message>
    <message>
        <source>Paste the ID of the device.</source>
        <translation>粘贴设备的 ID。</translation>
    </message>
    <message>
        <source>Say whether it is an Android or an iPhone.</source>
        <translation>选择这台设备是 Android 还是 iPhone。</translation>
    </message>
    <message>
        <source>The device could not be kept. Try it again.</source>
        <translation>设备没有保存，请再试一次。</translation>
    </message>
    <message>
        <source>The device was removed meanwhile. Add it anew.</source>
        <translation>这台设备刚被移除，请重新添加。</translation>
    </message>
    <message>
        <source>This ID is in the book already, as “{0}”.</source>
        <translation>这个 ID 已在簿中，名称为「{0}」。</translation>
    </message>
    <message>
        <source>Usually there are only digits and the letters a to f. Please look again.</source>
        <translation>通常只有数字和字母 a 至 f，请再核对一次。</translation>
    </message>
    <message>
        <source>{0} characters; a device ID has {1}.</source>
        <translation>已有 {0} 个字符，设备 ID 为 {1} 个。</translation>
    </message>
    <message>
        <source>{0} of {1} characters so far.</source>
        <translation>已输入 {0} 个字符，共需 {1} 个。</translation>
    </message>
</context>
<context>
    <name>DevicesModel</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>设备 ID</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message numerus="yes">
        <source>%Ln test device(s)</source>
        <translation>
            <numerusform>%Ln 台测试设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>添加设备…</translation>
    </message>
    <message>
        <source>Asks TPNS about one phone; sends nothing</source>
        <translation>向 TPNS 查询一台手机，不发送任何东西</translation>
    </message>
    <message>
        <source>Change the chosen device</source>
        <translation>修改所选设备</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Enter changes a device, Delete removes it; that can be undone</source>
        <translation>按回车修改设备，按 Delete 移除，可以撤销</translation>
    </message>
    <message>
        <source>Give the phones on your desk a name. Tests then go to them and nobody else.</source>
        <translation>给手边的手机起个名称，测试就只发送到这些手机。</translation>
    </message>
    <message>
        <source>No test devices yet</source>
        <translation>还没有测试设备</translation>
    </message>
    <message>
        <source>Only this book forgets it. Drafts that name the device keep it.</source>
        <translation>只是从簿中移除，已选用它的草稿不受影响。</translation>
    </message>
    <message>
        <source>Remove the chosen device</source>
        <translation>移除所选设备</translation>
    </message>
    <message>
        <source>Tags, accounts, attributes of the chosen device</source>
        <translation>所选设备的标签、账号、属性</translation>
    </message>
    <message>
        <source>Tags, accounts, attributes…</source>
        <translation>标签、账号、属性…</translation>
    </message>
    <message>
        <source>Test devices</source>
        <translation>测试设备</translation>
    </message>
    <message>
        <source>Why did this phone not get it?</source>
        <translation>这台手机为什么没收到？</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Drafts for {0}</source>
        <translation>{0} 的草稿</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Duplicated</source>
        <translation>已复制一份</translation>
    </message>
    <message>
        <source>New push</source>
        <translation>新建推送</translation>
    </message>
    <message>
        <source>No draft has these words.</source>
        <translation>没有包含这些字词的草稿。</translation>
    </message>
    <message>
        <source>No drafts yet. What you write is kept here by itself.</source>
        <translation>还没有草稿。你写的内容会自动保存在这里。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Search drafts</source>
        <translation>搜索草稿</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation>{0}（副本）</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>已删除「{0}」。</translation>
    </message>
</context>
<context>
    <name>DraftsModel</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
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
    <message numerus="yes">
        <source>%Ln template(s)</source>
        <translation>
            <numerusform>%Ln 个模板</numerusform>
        </translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Begin a new draft with the chosen template</source>
        <translation>用所选模板新建草稿</translation>
    </message>
    <message>
        <source>Copied: “{0}”</source>
        <translation>已复制：「{0}」</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen one</source>
        <translation>删除所选项</translation>
    </message>
    <message>
        <source>Drafts &amp; templates</source>
        <translation>草稿与模板</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Duplicate the chosen one</source>
        <translation>将所选项复制一份</translation>
    </message>
    <message>
        <source>Enter opens a draft or uses a template, F2 renames, Delete deletes; that can be undone</source>
        <translation>按 Enter 打开草稿或使用模板，按 F2 重命名，按 Delete 删除；删除可以撤销</translation>
    </message>
    <message>
        <source>Find in name, title or text</source>
        <translation>在名称、标题或正文中查找</translation>
    </message>
    <message>
        <source>No draft or template has these words in its name, title or text.</source>
        <translation>没有草稿或模板的名称、标题或正文包含这些文字。</translation>
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
        <source>Rename the chosen one…</source>
        <translation>重命名所选项…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save a copy as a template</source>
        <translation>将副本存为模板</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>Saved as a template: “{0}”</source>
        <translation>已存为模板：「{0}」</translation>
    </message>
    <message>
        <source>The template stays as it is, whatever becomes of the draft.</source>
        <translation>草稿之后怎样修改，模板都不会变。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
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
        <source>{0} (copy)</source>
        <translation>{0}（副本）</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
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
    <name>EditPlanDialog</name>
    <message>
        <source>A number, shown in the TPNS console.</source>
        <translation>一串数字，可在 TPNS 控制台看到。</translation>
    </message>
    <message>
        <source>Change “{0}”</source>
        <translation>修改「{0}」</translation>
    </message>
    <message>
        <source>Plan ID for {0}, if it is there</source>
        <translation>{0} 的计划 ID（如果那里有）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>These words are your own, in this program. TPNS keeps the words that the plan was made with.</source>
        <translation>这些文字只保存在本程序里，TPNS 中仍是创建计划时的文字。</translation>
    </message>
</context>
<context>
    <name>ElementPart</name>
    <message>
        <source>Another</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Insert an emoji</source>
        <translation>插入表情</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>下移：{0}</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>上移：{0}</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>不说明</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除{0}</translation>
    </message>
</context>
<context>
    <name>ElementsPart</name>
    <message>
        <source>Add: {0}</source>
        <translation>添加：{0}</translation>
    </message>
    <message>
        <source>{0} was taken out.</source>
        <translation>已取出：{0}。</translation>
    </message>
</context>
<context>
    <name>Emoji</name>
    <message>
        <source>Aeroplane</source>
        <translation>飞机</translation>
    </message>
    <message>
        <source>Alarm clock</source>
        <translation>闹钟</translation>
    </message>
    <message>
        <source>Bag of money</source>
        <translation>钱袋</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>气球</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Beer</source>
        <translation>啤酒</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>铃铛</translation>
    </message>
    <message>
        <source>Birthday cake</source>
        <translation>生日蛋糕</translation>
    </message>
    <message>
        <source>Cake</source>
        <translation>蛋糕</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>Christmas tree</source>
        <translation>圣诞树</translation>
    </message>
    <message>
        <source>Clapping hands</source>
        <translation>鼓掌</translation>
    </message>
    <message>
        <source>Confetti ball</source>
        <translation>彩球</translation>
    </message>
    <message>
        <source>Crown</source>
        <translation>皇冠</translation>
    </message>
    <message>
        <source>Crying face</source>
        <translation>哭脸</translation>
    </message>
    <message>
        <source>Delivery van</source>
        <translation>送货车</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>Exclamation mark</source>
        <translation>感叹号</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Feelings and parties</source>
        <translation>心情与节日</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火</translation>
    </message>
    <message>
        <source>Folded hands</source>
        <translation>合十</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>美食</translation>
    </message>
    <message>
        <source>Globe</source>
        <translation>地球</translation>
    </message>
    <message>
        <source>Grinning face</source>
        <translation>笑脸</translation>
    </message>
    <message>
        <source>Hamburger</source>
        <translation>汉堡</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>手势</translation>
    </message>
    <message>
        <source>Happy face</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Heart eyes</source>
        <translation>爱心眼</translation>
    </message>
    <message>
        <source>Hot drink</source>
        <translation>热饮</translation>
    </message>
    <message>
        <source>House</source>
        <translation>房子</translation>
    </message>
    <message>
        <source>Laughing face</source>
        <translation>大笑</translation>
    </message>
    <message>
        <source>Light bulb</source>
        <translation>灯泡</translation>
    </message>
    <message>
        <source>Lipstick</source>
        <translation>口红</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>New sign</source>
        <translation>新标志</translation>
    </message>
    <message>
        <source>Noodles</source>
        <translation>面条</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Party face</source>
        <translation>派对脸</translation>
    </message>
    <message>
        <source>Party popper</source>
        <translation>礼花筒</translation>
    </message>
    <message>
        <source>Pizza</source>
        <translation>披萨</translation>
    </message>
    <message>
        <source>Pointing down</source>
        <translation>指向下</translation>
    </message>
    <message>
        <source>Pointing right</source>
        <translation>指向右</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>礼物</translation>
    </message>
    <message>
        <source>Price tag</source>
        <translation>价格标签</translation>
    </message>
    <message>
        <source>Question mark</source>
        <translation>问号</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>下雨</translation>
    </message>
    <message>
        <source>Red envelope</source>
        <translation>红包</translation>
    </message>
    <message>
        <source>Red heart</source>
        <translation>红心</translation>
    </message>
    <message>
        <source>Red lantern</source>
        <translation>灯笼</translation>
    </message>
    <message>
        <source>Rice</source>
        <translation>米饭</translation>
    </message>
    <message>
        <source>Shoe</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>Shopping</source>
        <translation>购物</translation>
    </message>
    <message>
        <source>Shopping bags</source>
        <translation>购物袋</translation>
    </message>
    <message>
        <source>Shopping cart</source>
        <translation>购物车</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Snowflake</source>
        <translation>雪花</translation>
    </message>
    <message>
        <source>Sparkles</source>
        <translation>闪光</translation>
    </message>
    <message>
        <source>Sparkling heart</source>
        <translation>闪亮的心</translation>
    </message>
    <message>
        <source>Speech bubble</source>
        <translation>对话气泡</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星星</translation>
    </message>
    <message>
        <source>Star eyes</source>
        <translation>星星眼</translation>
    </message>
    <message>
        <source>Strawberry</source>
        <translation>草莓</translation>
    </message>
    <message>
        <source>Strong arm</source>
        <translation>肌肉</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>太阳</translation>
    </message>
    <message>
        <source>Sunglasses</source>
        <translation>墨镜笑脸</translation>
    </message>
    <message>
        <source>Surprised face</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>Tears of joy</source>
        <translation>笑哭</translation>
    </message>
    <message>
        <source>Thinking face</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Thumbs up</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>高铁</translation>
    </message>
    <message>
        <source>Travel and weather</source>
        <translation>出行与天气</translation>
    </message>
    <message>
        <source>Victory hand</source>
        <translation>胜利手势</translation>
    </message>
    <message>
        <source>Waving hand</source>
        <translation>挥手</translation>
    </message>
    <message>
        <source>Wink</source>
        <translation>眨眼</translation>
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
        <source>Task ID</source>
        <translation>任务 ID</translation>
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
        <source>What must be ready…</source>
        <translation>需要准备什么…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>接下来怎么做</translation>
    </message>
    <message>
        <source>{0} (Beijing time)</source>
        <translation>{0}（北京时间）</translation>
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
    <message>
        <source>{0}: {1} push IDs, one for each run</source>
        <translation>{0}：{1} 个推送 ID，每次循环一个</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Double 11 is tonight</source>
        <translation>双十一就在今晚</translation>
    </message>
    <message>
        <source>Double 11, first evening</source>
        <translation>双十一首晚</translation>
    </message>
    <message>
        <source>Your cart is waiting: 30% off from 8 pm, members from 7 pm.</source>
        <translation>购物车里的宝贝在等你：今晚 8 点起 7 折，会员 7 点抢先。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>It could not be saved there. Choose another folder.</source>
        <translation>无法保存到那里，换一个文件夹。</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>电子表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>ExtrasPart</name>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>A maker&apos;s phones get nothing over a channel without a tick. Without TPNS&apos;s own there is no second try.</source>
        <translation>未勾选的通道不会下发，该厂商的手机就收不到。不勾选自有通道则不再补发。</translation>
    </message>
    <message>
        <source>A number that your developers know.</source>
        <translation>一个数字，可向开发同事了解。</translation>
    </message>
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
        <source>Android, TPNS&apos;s own channel. Without any: at all times.</source>
        <translation>Android，自有通道。不添加则全天展示。</translation>
    </message>
    <message>
        <source>Another type has the file checked again.</source>
        <translation>更换类型会重新检查文件。</translation>
    </message>
    <message>
        <source>As a banner in the app on phones that have notifications off.</source>
        <translation>在关闭了通知的手机上，以应用内横幅展示。</translation>
    </message>
    <message>
        <source>As approved in the SMS console, without brackets.</source>
        <translation>与短信控制台中审核通过的一致，不带括号。</translation>
    </message>
    <message>
        <source>Ask before the page is opened</source>
        <translation>打开网页前先询问</translation>
    </message>
    <message>
        <source>At least 5 minutes.</source>
        <translation>至少 5 分钟。</translation>
    </message>
    <message>
        <source>At most 90 days ahead.</source>
        <translation>最多提前 90 天。</translation>
    </message>
    <message>
        <source>At these times</source>
        <translation>推送时间</translation>
    </message>
    <message>
        <source>Beijing time, UTC+8</source>
        <translation>北京时间（UTC+8）</translation>
    </message>
    <message>
        <source>Class of the screen</source>
        <translation>页面类名</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>自定义数据</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Delivered over</source>
        <translation>下发通道</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>For an app under several package names on Android. Ask your developers.</source>
        <translation>用于在 Android 上有多个包名的应用，可向开发同事了解。</translation>
    </message>
    <message>
        <source>For devices without a value.</source>
        <translation>用于没有对应属性值的设备。</translation>
    </message>
    <message>
        <source>For devices without a value. Needed on Android.</source>
        <translation>用于没有对应属性值的设备。Android 必填。</translation>
    </message>
    <message>
        <source>For you and your colleagues. Nobody else sees it.</source>
        <translation>仅自己和同事可见，收到推送的人看不到。</translation>
    </message>
    <message>
        <source>From the device book of this app; each on its own system.</source>
        <translation>来自这个应用的设备簿，各按自己的系统发送。</translation>
    </message>
    <message>
        <source>How fast</source>
        <translation>推送速度</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>重复方式</translation>
    </message>
    <message>
        <source>Intent flags</source>
        <translation>Intent 标志</translation>
    </message>
    <message>
        <source>Its full class name, such as com.shop.OrderActivity. Android only.</source>
        <translation>完整类名，例如 com.shop.OrderActivity。仅 Android。</translation>
    </message>
    <message>
        <source>Keep trying for</source>
        <translation>离线保留</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
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
        <source>On these days</source>
        <translation>推送日期</translation>
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
        <source>One for each blank: the first fills {1}, the second {2}.</source>
        <translation>每个变量一个：第一个填 {1}，第二个填 {2}。</translation>
    </message>
    <message>
        <source>SMS app</source>
        <translation>短信应用</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Opens on Android. On iPhone a tap opens the app: TPNS offers no web page there.</source>
        <translation>在 Android 上打开网页。在 iPhone 上只打开应用：TPNS 在 iPhone 上不支持打开网页。</translation>
    </message>
    <message>
        <source>Otherwise one wrong token keeps the push from all of them.</source>
        <translation>否则只要有一个 Token 有误，整条推送都不会发出。</translation>
    </message>
    <message>
        <source>Page in the app</source>
        <translation>应用内页面</translation>
    </message>
    <message>
        <source>PendingIntent flags</source>
        <translation>PendingIntent 标志</translation>
    </message>
    <message>
        <source>Personal text</source>
        <translation>个性化内容</translation>
    </message>
    <message>
        <source>Phones that are off get it if they come back within this time.</source>
        <translation>离线的手机在此时间内恢复在线，仍会收到。</translation>
    </message>
    <message>
        <source>Phones that are online</source>
        <translation>在线的手机</translation>
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
        <source>Replace an earlier push</source>
        <translation>覆盖之前的推送</translation>
    </message>
    <message>
        <source>Send it to OPPO and vivo phones, too</source>
        <translation>也发给 OPPO 和 vivo 手机</translation>
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
        <source>Show it inside the app, too</source>
        <translation>同时在应用内展示</translation>
    </message>
    <message>
        <source>Show it only at these times of day</source>
        <translation>只在这些时段展示</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>短信签名</translation>
    </message>
    <message>
        <source>Skip tokens that TPNS does not know</source>
        <translation>跳过 TPNS 不认识的 Token</translation>
    </message>
    <message>
        <source>Starts with 1400; shown in the SMS console.</source>
        <translation>以 1400 开头，见短信控制台。</translation>
    </message>
    <message>
        <source>Subtitle where nothing is known</source>
        <translation>默认副标题</translation>
    </message>
    <message>
        <source>Test devices</source>
        <translation>测试设备</translation>
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
        <source>Text where nothing is known</source>
        <translation>默认正文</translation>
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
        <source>These cannot replace: people there see both pushes.</source>
        <translation>这些手机不支持覆盖：用户会看到两条推送。</translation>
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
        <source>Title where nothing is known</source>
        <translation>默认标题</translation>
    </message>
    <message>
        <source>To all packages of the app</source>
        <translation>发往应用的所有包名</translation>
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
        <source>What the app reads besides the text. Huawei phones do not get it.</source>
        <translation>应用在正文之外读取的数据。华为手机收不到。</translation>
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
    <message>
        <source>{{name}} in title and text becomes what is known of each device.</source>
        <translation>标题和正文中的 {{name}} 会替换为各设备的属性值。</translation>
    </message>
</context>
<context>
    <name>FigureNotes</name>
    <message numerus="yes">
        <source>%Ln question(s) left this hour; figures update every {0}</source>
        <translation>
            <numerusform>本小时还可查询 %Ln 次；数据每 {0}更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Phones that are switched off still get it until {2}.</source>
        <translation>关机的手机在 {2} 之前开机仍会收到。</translation>
    </message>
    <message>
        <source>TPNS counted {1} devices of these people on {3}. It plans only for those that were seen in the last 90 days and have notifications switched on.</source>
        <translation>TPNS 于 {3} 统计到这些人共有 {1} 台设备，计划下发只计近 90 天内在线过且开启了通知的设备。</translation>
    </message>
    <message>
        <source>TPNS counts a push for {1} days. These figures are the last it gave.</source>
        <translation>TPNS 只统计一条推送 {1} 天，这里是最后一次给出的数据。</translation>
    </message>
    <message>
        <source>TPNS has finished and found no phone that carries the tag and can be reached. Nobody got this push. Check in “To” how the tag is written.</source>
        <translation>TPNS 已推送完毕，没有找到带有该标签且可触达的手机。没有人收到这条推送。请在「推送给」中核对标签的写法。</translation>
    </message>
    <message>
        <source>TPNS has finished and found nobody it could reach: no device of these people was seen in the last 90 days with notifications switched on. Nobody got this push.</source>
        <translation>TPNS 已推送完毕，没有找到可触达的人：这些人近 90 天内都没有开启通知且活跃过的设备。没有人收到这条推送。</translation>
    </message>
    <message>
        <source>TPNS says: {0} (asked {1})</source>
        <translation>TPNS 的状态：{0}（{1}查询）</translation>
    </message>
    <message>
        <source>The first figures come some minutes after a push has started.</source>
        <translation>推送开始几分钟后才有第一批数据。</translation>
    </message>
    <message>
        <source>The push is less than a day old; its figures still grow.</source>
        <translation>这条推送发出还不到一天，数据仍在增长。</translation>
    </message>
    <message>
        <source>The text is longer than {0} takes. Those phones got it over TPNS&apos;s own channel only, while the app was running.</source>
        <translation>文字超过了{0}的长度限制，这些手机只能在应用运行时通过 TPNS 自建通道收到。</translation>
    </message>
    <message>
        <source>This push was not delivered over {0}, as its settings say.</source>
        <translation>按设置，这条推送没有通过{0}下发。</translation>
    </message>
    <message>
        <source>You addressed {1}. TPNS plans only for devices that were seen in the last 90 days and have notifications switched on.</source>
        <translation>你选定了 {1} 个目标。TPNS 只计划下发给 90 天内出现过且打开了通知的设备。</translation>
    </message>
    <message numerus="yes">
        <source>as your last %Ln push(es) of this kind</source>
        <translation>
            <numerusform>与最近 %Ln 条同类推送持平</numerusform>
        </translation>
    </message>
    <message>
        <source>iOS does not tell how many people dismissed a push.</source>
        <translation>iOS 不提供清除数。</translation>
    </message>
    <message>
        <source>no earlier push of this kind to compare with</source>
        <translation>没有可比较的同类推送</translation>
    </message>
    <message numerus="yes">
        <source>the same as in %Ln earlier push(es), too few for an average</source>
        <translation>
            <numerusform>与之前仅有的 %Ln 条推送相同，数量太少，不足以取平均</numerusform>
        </translation>
    </message>
    <message>
        <source>too early to compare</source>
        <translation>现在比较还太早</translation>
    </message>
    <message>
        <source>updates every {0}</source>
        <translation>每 {0}更新</translation>
    </message>
    <message>
        <source>{0} mark</source>
        <translation>{0}快照</translation>
    </message>
    <message numerus="yes">
        <source>{0} points against only %Ln earlier push(es)</source>
        <translation>
            <numerusform>与之前仅有的 %Ln 条推送相比 {0} 个百分点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} points against your last %Ln push(es)</source>
        <translation>
            <numerusform>与最近 %Ln 条推送相比 {0} 个百分点</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, read {1} late</source>
        <translation>{0}，晚了 {1} 读取</translation>
    </message>
    <message>
        <source>{0}: no arrivals are reported. They are counted only once receipts are set up with the phone maker; ask a developer.</source>
        <translation>{0}：没有抵达数据。需先在手机厂商处配置消息回执才会统计，请咨询开发人员。</translation>
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
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部通道</translation>
    </message>
    <message>
        <source>Ask for the newest figures now</source>
        <translation>立即查询最新数据</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即查询</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
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
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save all figures (CSV)…</source>
        <translation>保存全部数据（CSV）…</translation>
    </message>
    <message>
        <source>Save picture (PNG)…</source>
        <translation>保存图片（PNG）…</translation>
    </message>
    <message>
        <source>Save these figures</source>
        <translation>保存这些数据</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Tapped</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
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
        <source>Choose a list</source>
        <translation>选择名单</translation>
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
        <source>Kept here, under a name of its own</source>
        <translation>保存在本机，另取名称</translation>
    </message>
    <message>
        <source>Latest device only</source>
        <translation>仅最近设备</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
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
        <source>The list chosen before stays: {0}.</source>
        <translation>之前选的名单保持不变：{0}。</translation>
    </message>
    <message>
        <source>The problem rows are saved in {0}.</source>
        <translation>有问题的行已保存到 {0}。</translation>
    </message>
    <message>
        <source>To try:</source>
        <translation>试一试：</translation>
    </message>
    <message>
        <source>a clean list</source>
        <translation>一份正确的名单</translation>
    </message>
    <message>
        <source>an empty one</source>
        <translation>一份空名单</translation>
    </message>
    <message>
        <source>empty.csv</source>
        <translation>空名单.csv</translation>
    </message>
    <message>
        <source>example.txt</source>
        <translation>accounts-example.txt</translation>
    </message>
    <message>
        <source>members with mistakes.csv</source>
        <translation>有错的会员.csv</translation>
    </message>
    <message>
        <source>members.csv</source>
        <translation>会员.csv</translation>
    </message>
    <message>
        <source>one with mistakes</source>
        <translation>一份有错的名单</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All apps</source>
        <translation>全部应用</translation>
    </message>
    <message>
        <source>Any plan</source>
        <translation>所有计划</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Made anywhere</source>
        <translation>全部来源</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>其他地方创建</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>本程序创建</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>没有计划</translation>
    </message>
    <message>
        <source>Only made here or elsewhere</source>
        <translation>只看本程序或其他地方创建的</translation>
    </message>
    <message>
        <source>Only of this plan</source>
        <translation>只看这个计划</translation>
    </message>
    <message>
        <source>Only of this status</source>
        <translation>只看这种状态</translation>
    </message>
    <message>
        <source>Only of this time</source>
        <translation>只看这段时间</translation>
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
        <source>Show everything</source>
        <translation>显示全部</translation>
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
        <source>Takes all filters away</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
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
    <name>FirstLesson</name>
    <message>
        <source>1 of 3: Pick people. Choose a few accounts; “Use practice examples” fills in some that exist here.</source>
        <translation>第 1 步，共 3 步：选择接收人。选「指定账号」，再点「填入演练示例」，就会填入这里存在的账号。</translation>
    </message>
    <message>
        <source>2 of 3: Check. Review reads back who gets what, and when. It sends nothing.</source>
        <translation>第 2 步，共 3 步：核对。「核对」会列出谁会在什么时候收到什么。这一步不会发送。</translation>
    </message>
    <message>
        <source>3 of 3: Send. In practice nothing leaves this computer; six drawn phones show the push.</source>
        <translation>第 3 步，共 3 步：发送。演练中什么都不会离开这台电脑，六部画出来的手机会显示这条推送。</translation>
    </message>
</context>
<context>
    <name>FormSides</name>
    <message>
        <source>Back to the form</source>
        <translation>返回表单</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Chat app</source>
        <translation>Chat 应用</translation>
    </message>
    <message>
        <source>Chat app {0} · {1}</source>
        <translation>Chat 应用 {0} · {1}</translation>
    </message>
    <message>
        <source>Drafts…</source>
        <translation>草稿…</translation>
    </message>
    <message>
        <source>New push</source>
        <translation>新建推送</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Push to all users</source>
        <translation>全员推送</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Start from an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A .txt, .csv or .zip file with one account a row. It is copied and checked on this computer: encoding, repeats, rows that are no account of the chosen type.

Your file is never changed. What has to be mended is mended in a copy, and you see each problem row before.

The list is uploaded after you confirm, before the hold. If the upload does not succeed, nothing is sent.</source>
        <translation>每行一个账号的 TXT、CSV 或 ZIP 文件。程序会在这台电脑上复制一份并检查：编码、重复、不符合所选账号类型的行。

你的文件不会被改动。需要修正的内容在副本中修正，之前会列出每一行问题。

名单在你确认之后、待发出之前上传。上传不成功就不会发送任何内容。</translation>
    </message>
    <message>
        <source>A chat message to everyone who logged in to your Chat (IM) app or was imported, or to those with tags or attributes. It is another service than TPNS, with an app, a key and a daily limit of its own.

People who are offline get it later only if it is kept for them. Some kinds of push can&apos;t be taken back once they have left.

While practice is chosen above, practice&apos;s Chat app is used, and nobody is reached.</source>
        <translation>向登录过或导入到你的 Chat（IM）应用的所有人，或带有某些标签、属性的人，发送一条聊天消息。它是与 TPNS 不同的服务，有自己的应用、密钥和每日次数。

离线的人只有在消息为其保留时才能稍后收到。有些种类的推送发出后不能撤回。

上方选择演练时，使用的是演练的 Chat 应用，不会触达任何人。</translation>
    </message>
    <message>
        <source>A file of accounts</source>
        <translation>账号名单文件</translation>
    </message>
    <message>
        <source>A plan groups pushes, so that the service adds up their figures: one for a campaign, for example.

Make a new one here, or add one that the console has already, by its name and ID. The service cannot list plans, so this program keeps a book of its own.

Without a plan a push counts to the default plan.</source>
        <translation>推送计划把多条推送归为一组，由服务汇总数据，例如一次活动一个计划。

可以在这里新建，也可以用名称和 ID 添加控制台中已有的计划。服务不能列出计划，所以程序自己保存一份。

不选计划的推送归入默认计划。</translation>
    </message>
    <message>
        <source>A push has five cards: who gets it, the message, when, the text message backup and the plan. Fill them in any order; the list at the top shows what is still missing.

What you write is saved by itself while you type, also when the program is closed or the computer loses power.

“Review…” shows everything once more. Only there a push can be sent, and it waits for a moment before it leaves.</source>
        <translation>一条推送有五张卡片：推送给谁、消息、什么时候、短信补发和推送计划。可以按任意顺序填写，顶部的列表会显示还缺什么。

填写的内容会边输入边自动保存，关闭程序或断电也不会丢。

「核对…」会把所有内容再展示一遍。只有在那里才能发送，而且发出前会先等待片刻。</translation>
    </message>
    <message>
        <source>A test goes to named devices only, never to anybody else. Name your own phones under Lists &amp; tags first: the app shows the token of a phone, or its developers know it.

A mark such as [Preview] before the title tells colleagues that it is a test.

Review tells later what has changed since the last test.</source>
        <translation>测试只发给已命名的设备，不会发给其他任何人。先在「名单与标签」中为自己的手机命名：手机的 Token 可以在应用中查看，或向开发人员询问。

标题前的【预览】标记让同事知道这不是正式推送。

之后「核对」会说明上次测试以来改动了什么。</translation>
    </message>
    <message>
        <source>After you confirm, a push waits for some seconds. No push has been requested yet: Cancel or Ctrl+Z takes it back without a trace.

A push to everyone waits for 30 seconds at least. How long others wait is set under Settings, Safety; there you can also let each push wait until you say so.

If the program is closed or the computer sleeps meanwhile, nothing is sent. The draft stays.</source>
        <translation>确认之后，推送会等待几秒，此时还没有请求推送：点「取消发送」或按 Ctrl+Z 就能收回，不留痕迹。

发给全部设备时至少等待 30 秒。其他推送的等待时间在「设置」的「安全」中调整，也可以让每条推送一直等到你说发送。

期间关闭程序或电脑休眠，就不会发送，草稿会保留。</translation>
    </message>
    <message>
        <source>An app is connected with the Access ID and Secret Key that the TPNS console shows, one pair for Android and one for iOS, and its region. “Test the connection” reads figures and sends nothing.

Keys are kept in the password store of this computer. Where there is none they are kept until you close the program, and never written to a file.

Whoever has the key can push to everybody: never send it by mail or chat.</source>
        <translation>连接应用需要 TPNS 控制台中的 Access ID 和 Secret Key（Android 和 iOS 各一对），以及服务接入点。「测试连接」只读取数据，不会发送任何内容。

密钥保存在这台电脑的系统密码库中。没有密码库时只保留到关闭程序为止，不会写入文件。

拿到密钥的人可以向所有人推送：不要用邮件或聊天工具发送密钥。</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>换电脑</translation>
    </message>
    <message>
        <source>Apps and keys</source>
        <translation>应用与密钥</translation>
    </message>
    <message>
        <source>Drafts and templates</source>
        <translation>草稿与模板</translation>
    </message>
    <message>
        <source>Everyone: each device on which the app was installed. This is asked about most carefully.

By tag: devices that carry tags, such as a city or “member”. Rows in one group must all fit; of several groups one is enough. The sentence below says what you built. A tag that was never used may have a typing mistake: then nobody gets the push, and nothing complains.

A few accounts, or devices: one a line, pasted from anywhere. Repeats are left out. For more than 1,000 use a file.</source>
        <translation>全部设备：安装过应用的每一台设备。发送前的确认最严格。

按标签：带有某些标签的设备，例如城市或「会员」。同一组内的各行要同时满足；多个组之间满足一组即可。下方的句子会说明选中了谁。从未用过的标签可能有错字：这样谁也收不到，而且没有任何报错。

指定账号或设备：每行一个，可以从任何地方粘贴，重复的会去掉。超过 1,000 个时使用文件。</translation>
    </message>
    <message>
        <source>Everything you write is a draft until it is sent. A template, marked by a pin, is a draft to begin others from: using it makes a copy, the template stays as it is.

The search looks into names, titles and texts. F2 gives another name. What you delete can be brought back for some seconds, also by Ctrl+Z.</source>
        <translation>写下的内容在发送之前都是草稿。带图钉的是模板，用来新建其他草稿：使用时会复制一份，模板本身不变。

搜索会查找名称、标题和正文。按 F2 重命名。删除后几秒内可以恢复，也可以按 Ctrl+Z。</translation>
    </message>
    <message>
        <source>History and privacy</source>
        <translation>记录与隐私</translation>
    </message>
    <message>
        <source>In practice a service on this computer plays TPNS, with made-up phones. Nothing leaves the computer, and nobody gets anything.

The plate at the top always says where you are: ◇ PRACTICE, △ iOS TEST or ■ LIVE. LIVE means real people; a red line runs below the bar then.

The program never opens with a push ready to go.</source>
        <translation>演练时由这台电脑上的服务扮演 TPNS，手机都是虚构的。不会发出任何数据，也没有人会收到。

顶部的标牌始终说明你在哪里：◇ 演练、△ iOS 开发环境或 ■ 正式。「正式」面向真实用户，此时顶栏下方有一条红线。

程序打开时，不会有一条随时可以发出的推送。</translation>
    </message>
    <message>
        <source>Now, at a time, or again and again. Times are Beijing time (UTC+8), wherever you are, because the service works by it.

“Keep trying for” says how long a phone that is off may still get it. “Spread it out” sends more slowly, so that your servers are not visited by everybody at once.

For typed accounts and devices the service knows neither times nor speed; a file of accounts has both.</source>
        <translation>立即、定时或循环。无论你在哪里，时间都是北京时间（UTC+8），因为服务按它运行。

「离线保留」是关机的手机在多长时间内仍能收到。「定速」会放慢发送，避免所有人同时访问你的服务器。

直接填写的账号和设备不支持定时和定速；账号名单文件两者都支持。</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>待发出</translation>
    </message>
    <message>
        <source>Phones that the push does not reach can get a text message instead, after a wait of at least five minutes.

Three things must be ready: phone numbers bound to the accounts, a signature and a template approved by Tencent Cloud SMS, and a paid SMS package. The blanks {1}, {2} of the template are filled in on the card.

Each text message costs money, a long one counts as several. What became of them is shown in the SMS console, not here.</source>
        <translation>推送未触达的手机，可以在等待至少五分钟后改发短信。

需要先准备好三样：账号已绑定手机号、腾讯云短信审核通过的签名和模板、已购买的短信套餐包。模板中的 {1}、{2} 在卡片上填写。

每条短信都会收费，长短信按多条计算。短信的结果在短信控制台查看，这里不显示。</translation>
    </message>
    <message>
        <source>Practice and Live</source>
        <translation>演练与正式</translation>
    </message>
    <message>
        <source>Push plans</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Push to users of a Chat app</source>
        <translation>Chat 应用的全员推送</translation>
    </message>
    <message>
        <source>Review and confirm</source>
        <translation>核对与确认</translation>
    </message>
    <message>
        <source>Review shows who, what and when in words, and the request as it will be sent. What is confirmed is sent to the letter; if anything is changed, it is reviewed again.

What is asked depends on the risk: a button in practice, a question for a few accounts, a tick for each part with many people or unknown numbers, and the name of the app for everyone.

Enter never sends.</source>
        <translation>「核对」用文字说明发给谁、发什么、什么时候发，并展示将要发出的请求。确认的内容会一字不差地发出；改动任何一处都要重新核对。

确认方式取决于风险：演练只需一个按钮，少量账号会弹出询问，人数较多或未知时逐项勾选，发给全部设备时要输入应用名称。

按 Enter 永远不会发送。</translation>
    </message>
    <message>
        <source>Sending a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Settings, Another computer, saves drafts, templates, plans, tags and named devices to one file. Carry it over, connect the same apps there, and bring it in.

Nothing is doubled, and nothing that is newer there is replaced. Keys are never in the file; lists stay where they are.</source>
        <translation>「设置」的「换电脑」把草稿、模板、推送计划、标签和已命名的设备保存到一个文件。带到另一台电脑，连接相同的应用后导入。

不会产生重复，那边较新的内容也不会被替换。文件中没有密钥，名单留在原来的电脑上。</translation>
    </message>
    <message>
        <source>Text message backup</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>The connection broke after the request had left. The push may have gone out or not, and to send it again could reach everybody twice.

The program looks by itself whether the service has it; “Check now” looks at once. If you saw it on a phone, or know that it did not go, say so: your word settles it.

Until then the same push cannot be sent again.</source>
        <translation>请求发出后连接中断，推送可能已经发出，也可能没有；再发一次可能让所有人收到两遍。

程序会自动查询服务是否已有这条推送，「立即查询」会马上查。如果你在手机上看到了，或确定没有发出，可以告诉程序，以你的说法为准。

在此之前，相同的推送不能再次发送。</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Title and text are shown in the notification. Phone makers cut them at different lengths: the counters and the preview show where.

“When tapped” opens the app, a web page or a page inside the app. Ask the app&apos;s developers for the address of such a page, and try it with a test.

Leave the word 测试 (test) out of title and text: some makers hold such notifications back.</source>
        <translation>标题和正文会显示在通知中。各手机厂商截断的长度不同，字数提示和预览会标出位置。

「点击后」可以打开应用、网页或应用内页面。应用内页面的地址向应用的开发人员询问，并用测试确认。

标题和正文中不要出现「测试」二字：部分厂商会拦截这样的通知。</translation>
    </message>
    <message>
        <source>We don&apos;t know yet</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>What was sent is listed on this computer alone, with titles, texts and whom it went to. Under Settings, Privacy it can be cleared.

The last 24 hours stay, because the program notices by them that the same push is sent twice. So does everything that is on hold or not settled.</source>
        <translation>推送记录只保存在这台电脑上，包括标题、正文和受众。可以在「设置」的「隐私」中清除。

最近 24 小时的记录会保留，程序靠它发现重复发送。待发出和结果未知的推送也会保留。</translation>
    </message>
    <message>
        <source>When it is sent</source>
        <translation>什么时候发送</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>推送给谁</translation>
    </message>
    <message>
        <source>Writing a push</source>
        <translation>写一条推送</translation>
    </message>
    <message>
        <source>“Accepted by TPNS” means that the service took the push. It does not mean yet that phones have it: the figures tell how many it was sent to, how many it reached and how many people tapped it.

Figures come bit by bit, over minutes and hours. Some makers report no arrivals unless receipts are set up for the app; then a 0 says nothing.

“Send again…” makes a new draft of it, with its times empty.</source>
        <translation>「已受理」表示服务接受了推送，并不表示手机已经收到：数据会说明发给了多少设备、多少已抵达、多少人点击。

数据会在几分钟到几小时内陆续更新。部分厂商需要为应用配置回执才会上报抵达，否则 0 不代表没有抵达。

「再次发送…」会按它新建草稿，时间留空。</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Help: {0}</source>
        <translation>帮助：{0}</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>A report is one file on this computer. You decide who gets it.</source>
        <translation>报告是这台电脑上的一个文件，由你决定给谁。</translation>
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
        <source>Report for support</source>
        <translation>支持报告</translation>
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
    <name>HelpPanel</name>
    <message>
        <source>Close the help</source>
        <translation>关闭帮助</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>No topic has these words. Try fewer or other ones.</source>
        <translation>没有包含这些文字的主题，换几个词试试。</translation>
    </message>
    <message>
        <source>Search in the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Show tips</source>
        <translation>显示提示</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
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
    <name>Holds</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>Show it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln part(s) left out</source>
        <translation>
            <numerusform>%Ln 项未读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Add plan {0} to the book, for this push</source>
        <translation>把计划 {0} 加入计划簿，并用于这条推送</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>JSON of the request</source>
        <translation>请求的 JSON</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Line {0}, character {1} is not JSON. Paste the whole body, from {2}.</source>
        <translation>第 {0} 行第 {1} 个字符不是 JSON。粘贴完整的请求体：{2}。</translation>
    </message>
    <message>
        <source>Make a draft of a request</source>
        <translation>用请求生成草稿</translation>
    </message>
    <message>
        <source>Nothing was left out</source>
        <translation>全部已读取</translation>
    </message>
    <message>
        <source>Paste the JSON of a push request. Nothing is sent, and no key belongs in it.</source>
        <translation>粘贴一条推送请求的 JSON。不会发送任何内容，也不要粘贴密钥。</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>The draft on the page is kept under Drafts &amp; templates.</source>
        <translation>页面上现有的草稿会保留在「草稿与模板」中。</translation>
    </message>
    <message>
        <source>The name {0} stands twice in one place. Keep one of the two.</source>
        <translation>名称 {0} 在同一处出现了两次，保留其一即可。</translation>
    </message>
    <message>
        <source>The request is for</source>
        <translation>这条请求面向</translation>
    </message>
    <message>
        <source>The whole request</source>
        <translation>整条请求</translation>
    </message>
    <message>
        <source>This JSON holds a value that no request has.</source>
        <translation>这段 JSON 含有请求中不会出现的值。</translation>
    </message>
    <message>
        <source>This is JSON, but no push request: one begins with {0} and has a message.</source>
        <translation>这是 JSON，但不是推送的内容：推送以 {0} 开头，并含有消息。</translation>
    </message>
    <message>
        <source>This is longer than any push request. Paste the body of one request.</source>
        <translation>内容比任何推送都长。只粘贴一条推送的内容即可。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>What was taken, and what was not</source>
        <translation>已读取与未读取的内容</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有 {0} 项</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>JobsCard</name>
    <message>
        <source>A job that was cut off goes on where it stopped, when you say so.</source>
        <translation>中断的任务会在你点击「继续」后从停下的地方接着做。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{0}” from this list?</source>
        <translation>从列表中移除「{0}」？</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>存为表格…</translation>
    </message>
    <message>
        <source>See the report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>See what they have</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>This program forgets the job, its report and its copy of the users. What was done with the users stays done.</source>
        <translation>本程序会忘记这项任务、它的报告和用户副本。已对用户做的改动不会撤回。</translation>
    </message>
    <message>
        <source>What is under way, and what was done</source>
        <translation>进行中和已完成的任务</translation>
    </message>
</context>
<context>
    <name>JobsModel</name>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>As JSON</source>
        <translation>按 JSON 填写</translation>
    </message>
    <message>
        <source>As rows</source>
        <translation>按行填写</translation>
    </message>
    <message>
        <source>How it is written</source>
        <translation>填写方式</translation>
    </message>
</context>
<context>
    <name>JsonPart</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>复制为 Python</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Import JSON…</source>
        <translation>导入 JSON…</translation>
    </message>
    <message>
        <source>JSON that will be sent</source>
        <translation>将要发送的 JSON</translation>
    </message>
    <message>
        <source>JSON that will be sent: one request for Android, one for iPhone</source>
        <translation>将要发送的 JSON：Android 和 iPhone 各一个请求</translation>
    </message>
    <message>
        <source>Makes a draft of a request that you paste</source>
        <translation>用粘贴的请求生成草稿</translation>
    </message>
    <message>
        <source>Request to show</source>
        <translation>显示哪个请求</translation>
    </message>
    <message>
        <source>Show long lists whole</source>
        <translation>完整显示长列表</translation>
    </message>
    <message>
        <source>The JSON appears when this is mended: {0}</source>
        <translation>修改此处后显示 JSON：{0}</translation>
    </message>
    <message>
        <source>Without your keys: placeholders stand in their place</source>
        <translation>不含你的密钥，以占位符代替</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Changed last: lines {0}</source>
        <translation>最近改动：第 {0} 行</translation>
    </message>
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
    <name>KeyDialog</name>
    <message>
        <source>Asking the service. Nothing is sent to anybody.</source>
        <translation>正在询问服务，不会向任何人发送内容。</translation>
    </message>
    <message>
        <source>Details: {0}</source>
        <translation>详情：{0}</translation>
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
        <source>Result of the test</source>
        <translation>测试结果</translation>
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
        <source>Something has to be mended; see above.</source>
        <translation>有内容需要修改，见上方。</translation>
    </message>
    <message>
        <source>That did not work. Nothing was saved.</source>
        <translation>没有成功，什么都没有保存。</translation>
    </message>
    <message>
        <source>The key is then kept until you close the program</source>
        <translation>密钥只保留到关闭程序为止</translation>
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
        <source>Plan ID for {0}</source>
        <translation>{0} 的推送计划 ID</translation>
    </message>
</context>
<context>
    <name>LanguagesEditor</name>
    <message>
        <source>+ language</source>
        <translation>+ 语言</translation>
    </message>
</context>
<context>
    <name>LeftOutModel</name>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>LeftOutPart</name>
    <message>
        <source>Save as a table…</source>
        <translation>存为表格…</translation>
    </message>
    <message>
        <source>Save the users who were left out as a table</source>
        <translation>把被略过的用户存为表格</translation>
    </message>
    <message>
        <source>Users who were left out</source>
        <translation>被略过的用户</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>TPNS&apos;s own channel</source>
        <translation>TPNS 自有通道</translation>
    </message>
    <message>
        <source>cut by {0}</source>
        <translation>{0}会截断</translation>
    </message>
    <message>
        <source>fits all phones ✓</source>
        <translation>所有手机都能完整展示 ✓</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>iPhone banners</source>
        <translation>iPhone 横幅</translation>
    </message>
    <message>
        <source>too long for {0}</source>
        <translation>对{0}过长</translation>
    </message>
</context>
<context>
    <name>LinkCheck</name>
    <message>
        <source>Asking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Check link</source>
        <translation>检查链接</translation>
    </message>
    <message>
        <source>Check the link: {0}</source>
        <translation>检查链接：{0}</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>No answer within five seconds. Look for a typing error, or try again.</source>
        <translation>五秒内没有应答。检查网址是否有误，或稍后再试。</translation>
    </message>
    <message>
        <source>Page not found ({0}). Look for a typing error.</source>
        <translation>页面不存在（{0}）。检查网址是否有误。</translation>
    </message>
    <message>
        <source>The link could not be asked: see Network in Settings.</source>
        <translation>未能检查链接：见「设置」中的「网络」。</translation>
    </message>
    <message>
        <source>The page answers with an error ({0}). Try it in a browser before you send.</source>
        <translation>页面返回错误（{0}）。发送前先在浏览器中打开试试。</translation>
    </message>
    <message>
        <source>The page&apos;s certificate is not trusted here. Phones may refuse it, too: ask whoever runs the page.</source>
        <translation>本机不信任该页面的证书，手机也可能拒绝打开：可联系页面的维护者。</translation>
    </message>
    <message>
        <source>This address is on this computer or in your own network. People&apos;s phones cannot open it: use its public address.</source>
        <translation>该网址在本机或内部网络中，用户的手机打不开：改用公网网址。</translation>
    </message>
    <message>
        <source>This address leads round in circles, or to what is no web page.</source>
        <translation>该网址循环跳转，或跳转到的不是网页。</translation>
    </message>
    <message>
        <source>This is no web address yet. It begins with https:// and has no spaces.</source>
        <translation>这还不是完整的网址。网址以 https:// 开头，没有空格。</translation>
    </message>
    <message>
        <source>✓ It opens.</source>
        <translation>✓ 可以打开。</translation>
    </message>
</context>
<context>
    <name>ListOffer</name>
    <message>
        <source>Making a list of what you typed…</source>
        <translation>正在把你输入的内容转为名单…</translation>
    </message>
    <message>
        <source>TPNS takes at most {0} typed ones in a push; a list holds more.</source>
        <translation>TPNS 每次推送最多接受 {0} 个手动输入的目标，名单可以容纳更多。</translation>
    </message>
    <message>
        <source>The list could not be made. What you typed is still here.</source>
        <translation>名单没有生成，你输入的内容还在这里。</translation>
    </message>
    <message>
        <source>Turn into a list</source>
        <translation>转为名单</translation>
    </message>
    <message>
        <source>Typed in {0}</source>
        <translation>手动输入 {0}</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>A plan holds the pushes of a campaign or of one kind, and adds up what they achieve.</source>
        <translation>计划把一次活动或同一类推送归在一起，并汇总它们的效果。</translation>
    </message>
    <message>
        <source>Add one I already have…</source>
        <translation>添加已有计划…</translation>
    </message>
    <message>
        <source>All pushes by day…</source>
        <translation>每日全部推送…</translation>
    </message>
    <message>
        <source>Delivered and tapped: the newest figures of every push sent from here, added up. Open a plan for what TPNS itself counts.</source>
        <translation>实发与点击：从本程序发出的每条推送的最新数字之和。打开计划可查看 TPNS 自己的统计。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Enter shows what a plan has achieved; the menu key has more</source>
        <translation>按回车查看计划的效果；菜单键有更多操作</translation>
    </message>
    <message>
        <source>Find in name, description or ID</source>
        <translation>按名称、说明或 ID 查找</translation>
    </message>
    <message>
        <source>Group pushes that serve one goal, and see them as one</source>
        <translation>把服务于同一目标的推送归在一起，整体查看</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新建计划…</translation>
    </message>
    <message>
        <source>New push in this plan</source>
        <translation>在此计划中新建推送</translation>
    </message>
    <message>
        <source>No plan has these words in its name, description or ID.</source>
        <translation>没有计划的名称、说明或 ID 含有这些文字。</translation>
    </message>
    <message>
        <source>No plan of your own yet</source>
        <translation>还没有自建计划</translation>
    </message>
    <message>
        <source>Push plans</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Show what the chosen plan has achieved</source>
        <translation>查看所选计划的效果</translation>
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
        <source>%Ln push(es) to this list not settled yet: {0}.</source>
        <translation>
            <numerusform>有 %Ln 条发往这份名单的推送尚未有结果：{0}。</numerusform>
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
        <source>A few questions before this list can be sent.</source>
        <translation>还有几个问题要先回答，这份名单才能发送。</translation>
    </message>
    <message>
        <source>A push to this list is not settled yet.</source>
        <translation>有发往这份名单的推送尚未有结果。</translation>
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
        <source>Leave out fewer rows, or look whether this is the right list.</source>
        <translation>请少去掉一些行，或看看名单是否选对。</translation>
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
        <source>No row would be left in the clean copy.</source>
        <translation>整理后的副本里不会剩下任何一行。</translation>
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
        <source>Rename it: at most 100 characters, without quotes or backslashes, and no dot or space at its end.</source>
        <translation>请改名：最多 100 个字符，不含引号和反斜杠，结尾没有点或空格。</translation>
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
        <source>Take it back or wait for its end, then remove the list.</source>
        <translation>请撤回推送或等它结束，再移除名单。</translation>
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
        <source>To be answered:</source>
        <translation>需要回答：</translation>
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
        <source>pasted here</source>
        <translation>粘贴而来</translation>
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
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
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
        <source>Clean copy…</source>
        <translation>整理副本…</translation>
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
        <source>Problem rows…</source>
        <translation>有问题的行…</translation>
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
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save a clean copy</source>
        <translation>保存整理后的副本</translation>
    </message>
    <message>
        <source>Save the problem rows</source>
        <translation>保存有问题的行</translation>
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
        <source>“{0}” is called “{1}” now.</source>
        <translation>「{0}」现在叫做「{1}」。</translation>
    </message>
    <message>
        <source>“{0}” was removed.</source>
        <translation>「{0}」已移除。</translation>
    </message>
    <message>
        <source>“{0}” was removed. Your own file is as it was.</source>
        <translation>已移除「{0}」，你自己的文件没有改动。</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
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
</context>
<context>
    <name>LoopPart</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>All that is left of it: {0}</source>
        <translation>剩余的推送时间：{0}</translation>
    </message>
    <message>
        <source>As it stands it never goes out. Choose days and times ahead.</source>
        <translation>按目前的设置不会推送。选择将来的日期和时间。</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>The next five times: {0}</source>
        <translation>接下来五次：{0}</translation>
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
        <source>Chat only</source>
        <translation>仅使用 Chat</translation>
    </message>
    <message>
        <source>Connect another app…</source>
        <translation>连接其他应用…</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Help on this page (F1 at any field)</source>
        <translation>本页帮助（在任意输入框按 F1）</translation>
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
    <name>MendCard</name>
    <message>
        <source>Asks TPNS how the push stands. Nothing is cancelled or sent.</source>
        <translation>向 TPNS 查询推送的状态，不会取消或发送任何内容。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即查询</translation>
    </message>
    <message>
        <source>Make it right</source>
        <translation>补救</translation>
    </message>
    <message>
        <source>Make it right…</source>
        <translation>补救…</translation>
    </message>
    <message>
        <source>Shows what can still be cancelled, stopped, replaced or corrected.</source>
        <translation>显示还能取消、终止、覆盖或更正什么。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>已做的操作</translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message numerus="yes">
        <source>All %Ln run(s) still due</source>
        <translation>
            <numerusform>尚未推送的全部 %Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)</source>
        <translation>
            <numerusform>取消 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the push</source>
        <translation>取消推送</translation>
    </message>
    <message>
        <source>Cancel this run</source>
        <translation>取消这一次</translation>
    </message>
    <message>
        <source>Cancel “{0}” at Tencent?</source>
        <translation>在腾讯侧取消「{0}」？</translation>
    </message>
    <message>
        <source>It is meant for {0}, on {1}.</source>
        <translation>发给{0}，{1}。</translation>
    </message>
    <message>
        <source>It went to {0}, on {1}.</source>
        <translation>已发给{0}，{1}。</translation>
    </message>
    <message>
        <source>Not on {0}: {1}</source>
        <translation>{0} 上不行：{1}</translation>
    </message>
    <message>
        <source>Nothing is sent now. Compose opens with the text; the new push is reviewed and confirmed like any other.</source>
        <translation>现在不会发送。将在撰写页打开文案，新推送照常核对和确认。</translation>
    </message>
    <message>
        <source>Only this run:</source>
        <translation>只取消这一次：</translation>
    </message>
    <message>
        <source>Stop the rest</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Stop the rest of “{0}”?</source>
        <translation>终止「{0}」的剩余推送？</translation>
    </message>
    <message>
        <source>The run to cancel</source>
        <translation>要取消的那一次</translation>
    </message>
    <message>
        <source>These phones keep the old text and do not get the new push, unless you have it sent to OPPO and vivo phones, too, in Compose; then they show both:</source>
        <translation>这些手机保留旧内容，收不到新推送；除非你在「新建推送」中打开「也发给 OPPO 和 vivo 手机」，那样会同时显示两条：</translation>
    </message>
    <message>
        <source>These phones may show both, the old text and the new one:</source>
        <translation>以下手机可能同时显示新旧两条：</translation>
    </message>
    <message>
        <source>This can&apos;t be undone. Who has it keeps it; for the others it is lost.</source>
        <translation>终止后不能恢复。已收到的仍会保留，其余的不会再收到。</translation>
    </message>
    <message>
        <source>This can&apos;t be undone: to send it after all, it has to be reviewed and confirmed again.</source>
        <translation>取消后不能恢复：要再发送，须重新核对和确认。</translation>
    </message>
    <message>
        <source>Write a correction of “{0}”?</source>
        <translation>为「{0}」写一条更正？</translation>
    </message>
    <message>
        <source>Write a push that replaces “{0}”?</source>
        <translation>写一条推送覆盖「{0}」？</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>去写</translation>
    </message>
    <message>
        <source>• {0}</source>
        <translation>• {0}</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>A correction was begun in a draft and not sent</source>
        <translation>已写了更正的草稿，尚未发送</translation>
    </message>
    <message>
        <source>A new push takes its place, on phones that can replace one by another.</source>
        <translation>用一条新推送覆盖它，仅对支持覆盖的手机有效。</translation>
    </message>
    <message>
        <source>A new push to the same people. What is shown already stays.</source>
        <translation>向同一批人发一条新推送；已经展示的仍会保留。</translation>
    </message>
    <message>
        <source>A replacement was begun in a draft and not sent</source>
        <translation>已写了覆盖用的草稿，尚未发送</translation>
    </message>
    <message>
        <source>Another push has replaced it.</source>
        <translation>已被另一条推送覆盖。</translation>
    </message>
    <message>
        <source>Asking Tencent to cancel it</source>
        <translation>正在请求腾讯取消</translation>
    </message>
    <message>
        <source>Asking Tencent to stop it</source>
        <translation>正在请求腾讯终止</translation>
    </message>
    <message>
        <source>Cancel scheduled…</source>
        <translation>取消定时…</translation>
    </message>
    <message>
        <source>Cancelled at Tencent</source>
        <translation>已在腾讯侧取消</translation>
    </message>
    <message>
        <source>Correction “{0}”: {1}</source>
        <translation>更正推送「{0}」：{1}</translation>
    </message>
    <message>
        <source>Deleted at Tencent</source>
        <translation>已在腾讯侧删除</translation>
    </message>
    <message>
        <source>HONOR phones: TPNS doesn&apos;t say whether they can</source>
        <translation>荣耀手机：TPNS 没有说明是否支持</translation>
    </message>
    <message>
        <source>Huawei phones can from EMUI 10 on only</source>
        <translation>华为手机从 EMUI 10 起才支持</translation>
    </message>
    <message>
        <source>It belongs to another app. Choose that app at the top first.</source>
        <translation>它属于另一个应用，先在顶部选择那个应用。</translation>
    </message>
    <message>
        <source>It has not begun yet. Cancel it instead.</source>
        <translation>它还没有开始，可以直接取消。</translation>
    </message>
    <message>
        <source>It is cancelled at Tencent.</source>
        <translation>已在腾讯侧取消。</translation>
    </message>
    <message>
        <source>It is still on hold. Take it back with Cancel above: nothing has left yet.</source>
        <translation>它还在待发出。用上方的「取消发送」撤回即可：还没有任何内容发出。</translation>
    </message>
    <message>
        <source>It is stopped already.</source>
        <translation>已经终止。</translation>
    </message>
    <message>
        <source>It repeats: no single ID stands for all of its runs.</source>
        <translation>它会重复推送，没有一个编号能代表所有批次。</translation>
    </message>
    <message>
        <source>It was a test. Send another test instead.</source>
        <translation>这是一次测试，再发一次测试即可。</translation>
    </message>
    <message>
        <source>It was deleted in TPNS.</source>
        <translation>已在 TPNS 中删除。</translation>
    </message>
    <message>
        <source>It was recalled in TPNS.</source>
        <translation>已在 TPNS 中撤回。</translation>
    </message>
    <message>
        <source>It was sent at once. Only a push with a time can be cancelled.</source>
        <translation>它是立即推送的，只有定时推送才能取消。</translation>
    </message>
    <message>
        <source>It went out more than 30 days ago, and TPNS has forgotten it.</source>
        <translation>推送已超过 30 天，TPNS 不再保留它的记录。</translation>
    </message>
    <message>
        <source>Its app was removed here. Connect the app again first.</source>
        <translation>它的应用已在这里移除，请先重新连接应用。</translation>
    </message>
    <message>
        <source>Its push ID is not known, and TPNS knows pushes by their ID only.</source>
        <translation>不知道它的推送 ID，而 TPNS 只按推送 ID 识别推送。</translation>
    </message>
    <message>
        <source>Its time has come, and TPNS has begun to send it.</source>
        <translation>已到推送时间，TPNS 已开始推送。</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it went out. Settle that first.</source>
        <translation>还不知道它是否已推送，先确认结果。</translation>
    </message>
    <message>
        <source>Not cancelled</source>
        <translation>没有取消</translation>
    </message>
    <message>
        <source>Not cancelled: the request never left this computer</source>
        <translation>没有取消：请求没有离开这台电脑</translation>
    </message>
    <message>
        <source>Not stopped</source>
        <translation>没有终止</translation>
    </message>
    <message>
        <source>Not stopped: the request never left this computer</source>
        <translation>没有终止：请求没有离开这台电脑</translation>
    </message>
    <message>
        <source>OPPO phones can&apos;t replace</source>
        <translation>OPPO 手机不支持覆盖</translation>
    </message>
    <message>
        <source>Phones over Google: TPNS doesn&apos;t say whether they can</source>
        <translation>经 Google 通道的手机：TPNS 没有说明是否支持</translation>
    </message>
    <message>
        <source>Phones that are off don&apos;t get it any more. What is shown already stays.</source>
        <translation>关机或离线的手机不会再收到；已经展示的仍会保留。</translation>
    </message>
    <message>
        <source>Phones that are off may get it until {0}.</source>
        <translation>关机的手机在 {0} 之前仍可能收到。</translation>
    </message>
    <message>
        <source>Recalled at Tencent</source>
        <translation>已在腾讯侧撤回</translation>
    </message>
    <message>
        <source>Replace the text…</source>
        <translation>覆盖…</translation>
    </message>
    <message>
        <source>Replaced by another push</source>
        <translation>已被另一条推送覆盖</translation>
    </message>
    <message>
        <source>Replacement “{0}”: {1}</source>
        <translation>覆盖推送「{0}」：{1}</translation>
    </message>
    <message>
        <source>Stop the rest…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>Stopped at Tencent</source>
        <translation>已在腾讯侧终止</translation>
    </message>
    <message>
        <source>TPNS cancels only pushes to everyone, by tag or to a file of accounts.</source>
        <translation>TPNS 只能取消发给全部设备、按标签或发给账号名单文件的推送。</translation>
    </message>
    <message>
        <source>TPNS could not send it: nobody gets it.</source>
        <translation>TPNS 没能推送它，没有人会收到。</translation>
    </message>
    <message>
        <source>TPNS did not take it, so there is nothing to put right.</source>
        <translation>TPNS 没有受理它，没有需要补救的内容。</translation>
    </message>
    <message>
        <source>TPNS drops it before its time comes. Nobody gets it.</source>
        <translation>到时间之前由 TPNS 取消，没有人会收到。</translation>
    </message>
    <message>
        <source>TPNS gives no ID to replace it by. It may be too old, or not yet finished.</source>
        <translation>TPNS 没有给出用于覆盖的编号，可能时间太久，或尚未完成。</translation>
    </message>
    <message>
        <source>TPNS has handed it over to all that are reachable: only phones that were off still get it, until {0}. If there are none, there is nothing to stop.</source>
        <translation>TPNS 已向所有能连上的手机下发完毕：只有当时关机的手机在 {0} 之前仍会收到。如果没有这样的手机，就没有可停止的内容。</translation>
    </message>
    <message>
        <source>TPNS has not said yet whether it has handed everything over; phones that are off may get it until {0}.</source>
        <translation>TPNS 还没有说明是否已全部下发；关机的手机在 {0} 之前仍可能收到。</translation>
    </message>
    <message>
        <source>TPNS is being asked right now.</source>
        <translation>正在向 TPNS 请求。</translation>
    </message>
    <message>
        <source>TPNS keeps it no longer: no more phone gets it anyway.</source>
        <translation>TPNS 已不再保留它，不会再有手机收到。</translation>
    </message>
    <message>
        <source>TPNS refused: this push can&apos;t be taken back any more.</source>
        <translation>TPNS 拒绝了：这条推送已无法收回。</translation>
    </message>
    <message>
        <source>TPNS replaces only pushes to everyone, by tag or to a file of accounts.</source>
        <translation>TPNS 只能覆盖发给全部设备、按标签或发给账号名单文件的推送。</translation>
    </message>
    <message>
        <source>TPNS shows no sign of it, so it was not heard. You may try again.</source>
        <translation>TPNS 的记录中没有变化，说明请求没有送到，可以再试一次。</translation>
    </message>
    <message>
        <source>TPNS stops only pushes to everyone, by tag or to several typed accounts.</source>
        <translation>TPNS 只能终止发给全部设备、按标签或发给多个所填账号的推送。</translation>
    </message>
    <message>
        <source>TPNS stops pushes to Android phones only.</source>
        <translation>TPNS 只能终止 Android 手机上的推送。</translation>
    </message>
    <message>
        <source>TPNS takes the same text to everyone once an hour. Move it when the hour is over; the old push stands.</source>
        <translation>TPNS 每小时只接受一次发给所有人的相同内容。请过了这一小时再改时间；原来的推送保持不变。</translation>
    </message>
    <message>
        <source>TPNS was asked, and nobody knows yet whether it heard. It is looked up first.</source>
        <translation>已向 TPNS 请求，但不知道是否送到，先查询结果。</translation>
    </message>
    <message>
        <source>The new time has come, or almost. Choose a later one; the old push stands.</source>
        <translation>新的时间已经到了，或者马上就到。请选择更晚的时间；原来的推送保持不变。</translation>
    </message>
    <message>
        <source>The program ended before the answer came.</source>
        <translation>程序在收到答复之前结束了。</translation>
    </message>
    <message>
        <source>The program was closed before the answer came.</source>
        <translation>程序在收到答复之前被关闭了。</translation>
    </message>
    <message>
        <source>The request is just leaving. Wait for its end.</source>
        <translation>正在提交，请等待结果。</translation>
    </message>
    <message>
        <source>There is nothing left of it to do this with.</source>
        <translation>已没有可以操作的内容。</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it is cancelled</source>
        <translation>还不知道是否已取消</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it is stopped</source>
        <translation>还不知道是否已终止</translation>
    </message>
    <message>
        <source>Write a correction…</source>
        <translation>发送更正…</translation>
    </message>
    <message>
        <source>vivo phones can&apos;t replace</source>
        <translation>vivo 手机不支持覆盖</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} Not on {1}: {2}</source>
        <translation>{0}{1} 上不行：{2}</translation>
    </message>
    <message>
        <source>{0} for {1}, not from this computer.</source>
        <translation>{0}（{1}，不是由这台电脑操作）。</translation>
    </message>
    <message>
        <source>{0} for {1}, {2}, from this computer.</source>
        <translation>{0}（{1}，{2}，由这台电脑操作）。</translation>
    </message>
    <message>
        <source>{0}, to move it</source>
        <translation>{0}（为了改时间）</translation>
    </message>
    <message>
        <source>{0}: the run of {1}</source>
        <translation>{0}：{1} 这一次</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} got it over that channel</source>
        <translation>{0}：该通道已有 {1} 台收到</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>A notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Android: shown by the app itself. iPhone: the app wakes up, nothing is shown.</source>
        <translation>Android：由应用自行展示。iPhone：唤醒应用，不展示任何内容。</translation>
    </message>
    <message>
        <source>Insert an emoji</source>
        <translation>插入表情</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Open a page in the app</source>
        <translation>打开应用内页面</translation>
    </message>
    <message>
        <source>Open a screen by its class</source>
        <translation>按类名打开页面</translation>
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
        <source>Show it on {0} ▸</source>
        <translation>在{0}上查看 ▸</translation>
    </message>
    <message>
        <source>What they see on the phone</source>
        <translation>对方在手机上看到的内容</translation>
    </message>
    <message>
        <source>Without a notification</source>
        <translation>不弹通知</translation>
    </message>
</context>
<context>
    <name>MessagesCard</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Nobody sees them by themselves: the app receives them and decides what to show. Ask the app&apos;s developers whether it does before you use them.</source>
        <translation>这类消息不会自动显示：由应用接收并决定怎样展示。使用前先向应用的开发人员确认。</translation>
    </message>
    <message>
        <source>Offer in-app and silent messages in Compose</source>
        <translation>在新建推送中提供应用内消息和静默消息</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>1. First the push of {0} to {1} is cancelled at Tencent.</source>
        <translation>1. 先在腾讯侧取消 {0} 发给{1}的推送。</translation>
    </message>
    <message>
        <source>2. Only when that is certain, a new draft with the new time opens in Review. Nothing goes out before you confirm it there.</source>
        <translation>2. 确认取消之后，才会在核对页打开带新时间的新草稿。在那里确认之前不会发出。</translation>
    </message>
    <message>
        <source>Cancel and review</source>
        <translation>取消并核对</translation>
    </message>
    <message>
        <source>Choose a time at least 10 minutes from now.</source>
        <translation>请选择至少 10 分钟以后的时间。</translation>
    </message>
    <message>
        <source>Choose the new time.</source>
        <translation>请选择新的时间。</translation>
    </message>
    <message>
        <source>If nobody knows whether it was cancelled, no new push is offered, so that nobody gets it twice. The text is kept as a draft in every case. Cancelling can&apos;t be undone.</source>
        <translation>如果不知道是否已取消，就不会给出新推送，以免有人收到两次。文案始终会保留为草稿。取消后不能恢复。</translation>
    </message>
    <message>
        <source>Move “{0}” to another time?</source>
        <translation>把「{0}」改到另一个时间？</translation>
    </message>
    <message>
        <source>New time (Beijing time, UTC+8)</source>
        <translation>新的时间（北京时间，UTC+8）</translation>
    </message>
    <message>
        <source>TPNS plans at most 90 days ahead. Choose an earlier time.</source>
        <translation>TPNS 最多提前 90 天计划推送，请选择更早的时间。</translation>
    </message>
    <message>
        <source>TPNS takes the same text to everyone once an hour. This push can be moved from {0} on; nothing is cancelled before.</source>
        <translation>TPNS 每小时只接受一次发给所有人的相同内容。这条推送从 {0} 起可以改时间；在那之前不会取消任何推送。</translation>
    </message>
    <message>
        <source>This is the time it has now. Choose another one.</source>
        <translation>这就是现在的时间，请选择另一个时间。</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message numerus="yes">
        <source>%Ln here already</source>
        <translation>
            <numerusform>%Ln 个已有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln 个新增</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer than here</source>
        <translation>
            <numerusform>%Ln 个比这里新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln 项内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) came in.</source>
        <translation>
            <numerusform>已导入 %Ln 项内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the file is missing or was changed. Nothing was changed here. Save it again on the other computer.</source>
        <translation>文件缺少一部分或被改动过。这里没有任何变化。在另一台电脑上重新保存一次。</translation>
    </message>
    <message>
        <source>All of it is here already. Nothing to bring in.</source>
        <translation>全部内容这里都已有，无需导入。</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %Ln thing(s)</source>
        <translation>
            <numerusform>导入 %Ln 项内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>It could not be written down here: the disk refused. Nothing was changed.</source>
        <translation>无法写入：磁盘拒绝写入。没有任何变化。</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Saved on the other computer: {0}</source>
        <translation>在另一台电脑上保存于：{0}</translation>
    </message>
    <message>
        <source>Saved: {0}
{1}</source>
        <translation>已保存：{0}
{1}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The file comes from a newer version of TPNS Desktop. Nothing was changed. Update the program on this computer, then bring it in.</source>
        <translation>文件来自更新版本的 TPNS Desktop。没有任何变化。先更新这台电脑上的程序，再导入。</translation>
    </message>
    <message>
        <source>The file is larger than any that this program writes. Nothing was changed. Save it again on the other computer.</source>
        <translation>文件大小超过本程序会写出的任何文件。没有任何变化。在另一台电脑上重新保存一次。</translation>
    </message>
    <message>
        <source>The file is not there, or may not be read. Nothing was changed.</source>
        <translation>文件不存在或无法读取。没有任何变化。</translation>
    </message>
    <message>
        <source>This is not a file that TPNS Desktop saved for moving. Nothing was changed. Choose the one that was saved under Settings.</source>
        <translation>这不是 TPNS Desktop 为换电脑保存的文件。没有任何变化。选择在「设置」中保存的那个文件。</translation>
    </message>
    <message>
        <source>{0} of practice stay in the file: practice was not opened on this computer yet. Open it, then bring the file in again.</source>
        <translation>演练的{0}留在文件中：这台电脑还没有打开过演练。先打开演练，再重新导入。</translation>
    </message>
    <message>
        <source>{0} of “{1}” stay in the file: the app with Access ID {2} is not connected here. Connect it, then bring the file in again.</source>
        <translation>「{1}」的{0}留在文件中：Access ID 为 {2} 的应用没有连接。先连接该应用，再重新导入。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>MovingCard</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Bring in a file from another computer…</source>
        <translation>导入另一台电脑的文件…</translation>
    </message>
    <message>
        <source>Bring in a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Choose the file from the other computer</source>
        <translation>选择另一台电脑保存的文件</translation>
    </message>
    <message>
        <source>In it: drafts, templates, plans, tags and named devices, with everything typed in them, such as accounts and device tokens. Keep it as safe as those.</source>
        <translation>包含：草稿、模板、推送计划、标签和已命名的设备，以及其中填写的账号、设备 Token 等内容。请妥善保管。</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another folder.</source>
        <translation>无法保存到那里，换一个文件夹。</translation>
    </message>
    <message>
        <source>Moving to another computer</source>
        <translation>换到另一台电脑</translation>
    </message>
    <message>
        <source>Not in it: keys and passwords, lists, settings, and what was sent. Connect the same apps on the other computer first.</source>
        <translation>不包含：密钥和密码、名单、设置、推送记录。先在另一台电脑上连接相同的应用。</translation>
    </message>
    <message>
        <source>One file that you carry over yourself. It can be read with any editor.</source>
        <translation>一个由你自己带过去的文件，可以用任何编辑器查看。</translation>
    </message>
    <message>
        <source>Save drafts, plans, tags and devices to a file…</source>
        <translation>将草稿、推送计划、标签和设备保存到文件…</translation>
    </message>
    <message>
        <source>Save the file for another computer</source>
        <translation>保存换电脑用的文件</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>保存到文件…</translation>
    </message>
    <message>
        <source>TPNS Desktop (*.json)</source>
        <translation>TPNS Desktop (*.json)</translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message>
        <source>Asking the Chat service…</source>
        <translation>正在询问Chat 服务…</translation>
    </message>
    <message>
        <source>Attribute names</source>
        <translation>属性名称</translation>
    </message>
    <message>
        <source>Change the names…</source>
        <translation>修改名称…</translation>
    </message>
    <message>
        <source>Nobody has read yet which attributes this app declares.</source>
        <translation>还没有读取过此应用声明了哪些属性。</translation>
    </message>
    <message>
        <source>Read them now</source>
        <translation>立即读取</translation>
    </message>
    <message>
        <source>Read: {0}</source>
        <translation>读取时间：{0}</translation>
    </message>
    <message>
        <source>Ten at most for the whole app. A user has one value of each, or none.</source>
        <translation>整个应用最多十个。每个用户每项最多有一个值。</translation>
    </message>
    <message>
        <source>This app declares no attributes yet.</source>
        <translation>此应用还没有声明属性。</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>A name can be changed, not taken away: {0}.</source>
        <translation>名称可以修改，但不能清空：{0}。</translation>
    </message>
    <message>
        <source>Attribute {0}</source>
        <translation>属性 {0}</translation>
    </message>
    <message>
        <source>Attribute {0} is kept for</source>
        <translation>属性 {0} 用于</translation>
    </message>
    <message>
        <source>Names count for the whole app and everybody who pushes with it. A name may be 50 bytes long; a Chinese character is 3.</source>
        <translation>名称对整个应用和所有用它推送的人都有效。名称最多 50 字节，一个汉字占 3 字节。</translation>
    </message>
    <message>
        <source>Set the names</source>
        <translation>设置名称</translation>
    </message>
    <message>
        <source>What becomes of the values that users have under a name that is changed is not documented. Changed: {0}.</source>
        <translation>改名后，用户在旧名称下的值会怎样，文档没有说明。改动的名称：{0}。</translation>
    </message>
    <message>
        <source>Whether an attribute is kept for users or for devices is settled with its name and can&apos;t be changed later.</source>
        <translation>属性用于用户还是设备，在命名时确定，之后不能更改。</translation>
    </message>
    <message>
        <source>Which attributes does {0} have?</source>
        <translation>{0} 有哪些属性？</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Compose</source>
        <translation>新建推送</translation>
    </message>
    <message>
        <source>A key that {0} needs no more may still be in this computer&apos;s password store. Remove it there.</source>
        <translation>{0} 不再需要的密钥可能仍在这台电脑的密码库中，请到那里删除。</translation>
    </message>
    <message>
        <source>Drafts &amp; templates</source>
        <translation>草稿与模板</translation>
    </message>
    <message>
        <source>Lists &amp; tags</source>
        <translation>名单与标签</translation>
    </message>
    <message>
        <source>One phone</source>
        <translation>单台手机</translation>
    </message>
    <message>
        <source>PUSH</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Practice could not be opened. {0}</source>
        <translation>无法打开演练。{0}</translation>
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
        <source>Starting the practice service…</source>
        <translation>正在启动演练服务…</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>短信</translation>
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
        <source>Add it by its ID…</source>
        <translation>按 ID 添加…</translation>
    </message>
    <message>
        <source>Create the plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Finish on {0}</source>
        <translation>在 {0} 上补建</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建推送计划</translation>
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
    <name>NotificationCard</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>Left empty, the message&apos;s own words are shown.</source>
        <translation>留空时显示消息本身的文字。</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设为</translation>
    </message>
    <message>
        <source>Show it on {0} ▸</source>
        <translation>在{0}上查看 ▸</translation>
    </message>
    <message>
        <source>Shown on phones where the app is not open</source>
        <translation>在未打开应用的手机上显示</translation>
    </message>
    <message>
        <source>{0} of {1} pushes left today</source>
        <translation>今天还可推送 {0}/{1} 次</translation>
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
    <name>Options</name>
    <message>
        <source>-2 adds one, -1 leaves it, 0 or more sets it.</source>
        <translation>-2 为加 1，-1 为不变，0 及以上为直接设置。</translation>
    </message>
    <message>
        <source>-2 adds one, -1 leaves it, 0 to 99 sets it. Huawei, vivo.</source>
        <translation>-2 为加 1，-1 为不变，0 到 99 为直接设置。用于华为、vivo。</translation>
    </message>
    <message>
        <source>1: silent</source>
        <translation>1：静默</translation>
    </message>
    <message>
        <source>2: with a reminder</source>
        <translation>2：强提醒</translation>
    </message>
    <message>
        <source>A paid feature of the maker.</source>
        <translation>厂商的付费功能。</translation>
    </message>
    <message>
        <source>A web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Advertiser ID</source>
        <translation>广告主 ID</translation>
    </message>
    <message>
        <source>Android, TPNS&apos;s own channel.</source>
        <translation>Android，TPNS 自有通道。</translation>
    </message>
    <message>
        <source>As Huawei granted it, such as IM or SUBSCRIPTION.</source>
        <translation>华为批准的消息分类，例如 IM 或 SUBSCRIPTION。</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>As your developers registered it with the maker.</source>
        <translation>开发同事在厂商后台登记的 ID。</translation>
    </message>
    <message>
        <source>Ask your developers whether the app has any.</source>
        <translation>可向开发同事了解应用是否有自定义样式。</translation>
    </message>
    <message>
        <source>Being replaced by the message class.</source>
        <translation>正由消息分类取代。</translation>
    </message>
    <message>
        <source>Capitals, such as IM or ACCOUNT.</source>
        <translation>大写字母，例如 IM 或 ACCOUNT。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Channel ID</source>
        <translation>通道 ID</translation>
    </message>
    <message>
        <source>Chooses the buttons below the notification, see the app.</source>
        <translation>决定通知下方的按钮，由应用定义。</translation>
    </message>
    <message>
        <source>Colour of that icon</source>
        <translation>该图标的颜色</translation>
    </message>
    <message>
        <source>Counts only when the channel is made on a phone.</source>
        <translation>只在手机上首次创建该渠道时生效。</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Don&apos;t show it</source>
        <translation>不展示</translation>
    </message>
    <message>
        <source>From iOS 15 on. The last two need Apple&apos;s permission.</source>
        <translation>iOS 15 及以上。后两项需要 Apple 批准。</translation>
    </message>
    <message>
        <source>Google (FCM)</source>
        <translation>谷歌（FCM）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group on the phone</source>
        <translation>在手机上分组</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>展示样式</translation>
    </message>
    <message>
        <source>How much it may interrupt</source>
        <translation>打扰程度</translation>
    </message>
    <message>
        <source>Huawei and Honor</source>
        <translation>华为与荣耀</translation>
    </message>
    <message>
        <source>Huawei and Honor.</source>
        <translation>用于华为、荣耀。</translation>
    </message>
    <message>
        <source>Icon in the status bar</source>
        <translation>状态栏图标</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>Its ID in the app.</source>
        <translation>它在应用中的 ID。</translation>
    </message>
    <message>
        <source>Its address, beginning with https://. Android: TPNS&apos;s own channel and Xiaomi; iPhone: JPEG, PNG or GIF under 10 MB.</source>
        <translation>图片网址，以 https:// 开头。Android：自有通道和小米；iPhone：10 MB 以内的 JPEG、PNG 或 GIF。</translation>
    </message>
    <message>
        <source>Its address, https:// and MP3, at most 5 MB. TPNS&apos;s own channel only.</source>
        <translation>音频网址，https:// 的 MP3，不超过 5 MB。仅自有通道。</translation>
    </message>
    <message>
        <source>Its name in the app without an ending, or its web address.</source>
        <translation>应用内的资源名（不带后缀），或图片网址。</translation>
    </message>
    <message>
        <source>Its name in the app. Without one, the app&apos;s own icon.</source>
        <translation>应用内的资源名。留空则用应用图标。</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Large icon</source>
        <translation>大图标</translation>
    </message>
    <message>
        <source>Large icon comes from</source>
        <translation>大图标来源</translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation>不覆盖</translation>
    </message>
    <message>
        <source>Line above the group</source>
        <translation>分组摘要</translation>
    </message>
    <message>
        <source>Look set in the app</source>
        <translation>应用内设定的样式</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销消息</translation>
    </message>
    <message>
        <source>May be swiped away</source>
        <translation>可以划掉</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Message class</source>
        <translation>消息分类</translation>
    </message>
    <message>
        <source>Name of that channel</source>
        <translation>该渠道的名称</translation>
    </message>
    <message>
        <source>Needs a contract with Huawei.</source>
        <translation>需要与华为签约。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Normally</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Notification channel</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Notification light</source>
        <translation>呼吸灯</translation>
    </message>
    <message>
        <source>Number of the look in the app</source>
        <translation>应用内样式编号</translation>
    </message>
    <message>
        <source>Number on the icon</source>
        <translation>角标</translation>
    </message>
    <message>
        <source>OPPO</source>
        <translation>OPPO</translation>
    </message>
    <message>
        <source>On Honor phones: 1 marketing, 2 service.</source>
        <translation>在荣耀手机上：1 为营销，2 为服务。</translation>
    </message>
    <message>
        <source>On top of the notifications</source>
        <translation>通知栏置顶</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运营消息</translation>
    </message>
    <message>
        <source>Own sound</source>
        <translation>自定义声音</translation>
    </message>
    <message>
        <source>People read it in the phone&apos;s settings.</source>
        <translation>用户会在手机设置中看到。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture while the app opens</source>
        <translation>启动图</translation>
    </message>
    <message>
        <source>Pushes with the same name here are shown as one pile.</source>
        <translation>此处名称相同的推送会叠在一起展示。</translation>
    </message>
    <message>
        <source>Quick notification</source>
        <translation>快通知</translation>
    </message>
    <message>
        <source>Quietly</source>
        <translation>安静</translation>
    </message>
    <message>
        <source>Report that it arrived</source>
        <translation>上报抵达</translation>
    </message>
    <message>
        <source>Senior push</source>
        <translation>高级推送</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sound from the web</source>
        <translation>网络音频</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Such as #01e240. TPNS&apos;s own channel only.</source>
        <translation>例如 #01e240。仅自有通道。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>TPNS&apos;s own channel on Android</source>
        <translation>Android 自有通道</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The name of a file in the app without an ending. Needs a notification channel.</source>
        <translation>应用内的文件名（不带后缀）。需要先填写通知渠道。</translation>
    </message>
    <message>
        <source>The name of a file in the app.</source>
        <translation>应用内的文件名。</translation>
    </message>
    <message>
        <source>Time-sensitive</source>
        <translation>时效性</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Vibration</source>
        <translation>振动</translation>
    </message>
    <message>
        <source>While the app is open</source>
        <translation>应用在前台时</translation>
    </message>
    <message>
        <source>Without effect for apps whose data is kept in China.</source>
        <translation>数据存储在中国的应用不生效。</translation>
    </message>
    <message>
        <source>Without it there are no arrival figures, and no picture.</source>
        <translation>关闭后没有抵达数据，也不能展示图片。</translation>
    </message>
    <message>
        <source>Xiaomi</source>
        <translation>小米</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>iPhone only: a line between title and text.</source>
        <translation>仅 iPhone：标题与正文之间的一行。</translation>
    </message>
    <message>
        <source>vivo</source>
        <translation>vivo</translation>
    </message>
    <message>
        <source>“default”, or the name of a file in the app. Empty: no sound.</source>
        <translation>「default」或应用内的文件名。留空则无声音。</translation>
    </message>
</context>
<context>
    <name>OverviewPart</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All pushes sent from here; this plan first, then those used last</source>
        <translation>从本程序发出的全部推送；本计划在前，其后是最近用过的</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按通道</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Plan against plan</source>
        <translation>计划对比</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Pushes of</source>
        <translation>推送范围</translation>
    </message>
    <message>
        <source>Pushes sent from here, under the day on which each began (Beijing time)</source>
        <translation>从本程序发出的推送，按开始的日期归入（北京时间）</translation>
    </message>
    <message>
        <source>Read the figures again</source>
        <translation>重新读取数字</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The same figures, by the way to the phone</source>
        <translation>同样的数字，按到达手机的通道分开</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>实发</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划下发</translation>
    </message>
    <message>
        <source>sent from here</source>
        <translation>从本程序发出</translation>
    </message>
    <message>
        <source>sent from here in these 7 days</source>
        <translation>这 7 天从本程序发出</translation>
    </message>
    <message>
        <source>sent from here: {0}</source>
        <translation>从本程序发出：{0}</translation>
    </message>
</context>
<context>
    <name>PairsEditor</name>
    <message>
        <source>+ Add data</source>
        <translation>+ 添加数据</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Accounts, one per line</source>
        <translation>账号，每行一个</translation>
    </message>
    <message>
        <source>Check and keep</source>
        <translation>检查并保存</translation>
    </message>
    <message>
        <source>Give the list a name, so that you find it again.</source>
        <translation>给名单起个名称，方便以后查找。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
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
        <source>The list is kept here. Empty rows and repeats are left out.</source>
        <translation>名单保存在本机，空行和重复的账号会去掉。</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message numerus="yes">
        <source>%Ln more phone(s) of this account were not looked at.</source>
        <translation>
            <numerusform>这个账号还有 %Ln 台手机没有查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln 条推送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) of today were meant for the phone {0}.</source>
        <translation>
            <numerusform>今天有 %Ln 条推送以手机 {0} 为目标。</numerusform>
        </translation>
    </message>
    <message>
        <source>A push to accounts goes to the phone that was used last, unless “All phones of each account” was chosen.</source>
        <translation>推给账号时只发给最近使用的手机，除非选择了「每个账号的全部手机」。</translation>
    </message>
    <message>
        <source>A push to this account finds its way to a phone.</source>
        <translation>推给这个账号可以找到手机。</translation>
    </message>
    <message>
        <source>A push to this account reaches nobody. The person may have signed out, never signed in since the app was installed, or the account is bound as another type.</source>
        <translation>推给这个账号不会送达任何人。对方可能已退出登录、安装后从未登录，或账号以另一种类型绑定。</translation>
    </message>
    <message>
        <source>Ask about one of them by its device ID.</source>
        <translation>可用设备 ID 单独查询其中一台。</translation>
    </message>
    <message>
        <source>Ask on the day of a push, or send a test to this phone now.</source>
        <translation>请在推送当天查询，或现在给这台手机发一条测试。</translation>
    </message>
    <message>
        <source>Compare spelling and account type with what the app binds. Signing in to the app again binds it anew.</source>
        <translation>请核对账号写法和账号类型是否与应用绑定的一致。在应用中重新登录即可重新绑定。</translation>
    </message>
    <message>
        <source>Compare whom the push went to: tag, account, system. A push that starts later or is spread out appears once its turn has come.</source>
        <translation>请核对推送对象：标签、账号、系统。定时或定速的推送轮到时才会出现。</translation>
    </message>
    <message>
        <source>Copy the whole ID from the app once more.</source>
        <translation>请从应用中重新完整复制设备 ID。</translation>
    </message>
    <message>
        <source>Either no account was ever bound to it, or the ID is of another app, another system or another region, or the app was installed anew and has a new ID since.</source>
        <translation>可能从未绑定过账号；也可能这个 ID 属于别的应用、系统或接入点；或应用重新安装后换了新 ID。</translation>
    </message>
    <message>
        <source>Either none went to people it belongs to, or TPNS has not seen it for a long time.</source>
        <translation>可能今天没有推给它所属的人群，也可能 TPNS 很久没有见到它了。</translation>
    </message>
    <message>
        <source>For pushes to an account: let the person sign in to the app.</source>
        <translation>如需按账号推送：让对方在应用中登录。</translation>
    </message>
    <message>
        <source>Here may be the reason</source>
        <translation>原因可能在这里</translation>
    </message>
    <message>
        <source>If nothing was to be seen: look for grouped or silenced ones.</source>
        <translation>如果没有看到：查看被折叠或静音的通知。</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>It was not accepted for this system, so no phone got it there.</source>
        <translation>这个系统的推送没有被受理，因此没有手机收到。</translation>
    </message>
    <message>
        <source>Look again in a while.</source>
        <translation>过一会儿再查。</translation>
    </message>
    <message>
        <source>Look at the phone itself: did it show that push?</source>
        <translation>请直接看手机：有没有显示那条推送？</translation>
    </message>
    <message>
        <source>Look at the phone: notifications of the app, do not disturb, battery saving. Then send a test to this phone alone.</source>
        <translation>请查看手机：应用通知、勿扰模式、省电设置。然后单独给这台手机发一条测试。</translation>
    </message>
    <message>
        <source>Look below at each phone by itself.</source>
        <translation>请在下面逐台查看。</translation>
    </message>
    <message>
        <source>No account is bound to the phone {0} ({1}).</source>
        <translation>手机 {0}（{1}）没有绑定账号。</translation>
    </message>
    <message>
        <source>No push of today was meant for the phone {0}.</source>
        <translation>今天没有推送以手机 {0} 为目标。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Notifications were on then and the phone was seen in the last 90 days. No arrival was counted; some makers report none.</source>
        <translation>当时通知已打开，且 90 天内出现过。没有统计到抵达；有些厂商不回报抵达。</translation>
    </message>
    <message>
        <source>Open its result to see what became of it.</source>
        <translation>打开它的结果，看看后来怎样。</translation>
    </message>
    <message>
        <source>Open the app on the phone once, then send it a test.</source>
        <translation>在手机上打开一次应用，再给它发一条测试。</translation>
    </message>
    <message>
        <source>Open the app on the phone, copy its ID again, and compare.</source>
        <translation>在手机上打开应用，重新复制设备 ID 并核对。</translation>
    </message>
    <message>
        <source>Pushes to accounts pass it by. Those to everyone, to tags and to its device ID can still find it.</source>
        <translation>推给账号时不会到达它；推给全部设备、标签或它的设备 ID 时仍能找到它。</translation>
    </message>
    <message>
        <source>Pushes to these accounts and to this device ID can find it.</source>
        <translation>推给这些账号或这个设备 ID 都能找到它。</translation>
    </message>
    <message>
        <source>Send a test to this phone, open its result after a few minutes, then look here again.</source>
        <translation>给这台手机发一条测试，几分钟后打开它的结果，再回到这里查看。</translation>
    </message>
    <message>
        <source>TPNS did not count this phone among those it is for, or has not come to it yet.</source>
        <translation>TPNS 没有把这台手机算作目标，或者还没有轮到它。</translation>
    </message>
    <message>
        <source>TPNS doesn&apos;t know the device ID {0} ({1}).</source>
        <translation>TPNS 不认识设备 ID {0}（{1}）。</translation>
    </message>
    <message>
        <source>TPNS has no question for it; only a push to this phone alone can tell.</source>
        <translation>TPNS 不提供这项查询；只有单独推给这台手机才能看出来。</translation>
    </message>
    <message>
        <source>TPNS knows the phone {0} ({1}). Bound to it: {2}.</source>
        <translation>TPNS 认识手机 {0}（{1}）。已绑定：{2}。</translation>
    </message>
    <message>
        <source>TPNS lists the pushes for a phone of the same day only.</source>
        <translation>TPNS 只列出一台手机当天的推送。</translation>
    </message>
    <message>
        <source>TPNS plans only for phones that were seen in the last 90 days and have notifications on. This one had not.</source>
        <translation>TPNS 只计划下发给 90 天内出现过且通知已打开的手机。这台当时不符合。</translation>
    </message>
    <message>
        <source>TPNS tried to deliver it. What is left is the way to the phone: its connection, its maker&apos;s channel, and whether notifications are on.</source>
        <translation>TPNS 已尝试下发。剩下的是到手机这一段：网络、厂商通道，以及通知是否打开。</translation>
    </message>
    <message>
        <source>The account has several phones ({0}).</source>
        <translation>这个账号有多台手机（{0}）。</translation>
    </message>
    <message>
        <source>The device ID {0} has an unusual look.</source>
        <translation>设备 ID {0} 的样子不寻常。</translation>
    </message>
    <message>
        <source>The last push to the phone {0} alone ({1}, {2}) arrived.</source>
        <translation>上一次单独推给手机 {0} 的推送（{1}，{2}）已抵达。</translation>
    </message>
    <message>
        <source>The last push to the phone {0} alone ({1}, {2}) was not planned.</source>
        <translation>上一次单独推给手机 {0} 的推送（{1}，{2}）没有计划下发。</translation>
    </message>
    <message>
        <source>The last push to the phone {0} alone ({1}, {2}) was planned.</source>
        <translation>上一次单独推给手机 {0} 的推送（{1}，{2}）已计划下发。</translation>
    </message>
    <message>
        <source>The way to this phone worked then.</source>
        <translation>当时到这台手机的通路是正常的。</translation>
    </message>
    <message>
        <source>They are listed below.</source>
        <translation>列在下面。</translation>
    </message>
    <message>
        <source>Today&apos;s pushes for the phone ({0}) could not be read.</source>
        <translation>未能读取这台手机今天的推送（{0}）。</translation>
    </message>
    <message>
        <source>Turn notifications of the app on, open the app, and test again.</source>
        <translation>打开应用的通知，打开一次应用，再测试。</translation>
    </message>
    <message>
        <source>What is bound to the phone ({0}) could not be read.</source>
        <translation>未能读取这台手机绑定了什么（{0}）。</translation>
    </message>
    <message>
        <source>Whether notifications are on at the phone {0} is not known.</source>
        <translation>手机 {0} 的通知是否打开，尚不清楚。</translation>
    </message>
    <message>
        <source>Whether {0} was meant for this phone can&apos;t be told any more.</source>
        <translation>{0}是否以这台手机为目标，已经无法得知。</translation>
    </message>
    <message>
        <source>Which phones the account has ({0}) could not be read.</source>
        <translation>未能读取这个账号有哪些手机（{0}）。</translation>
    </message>
    <message>
        <source>{0} has no push ID for {1}.</source>
        <translation>{0}在 {1} 上没有推送 ID。</translation>
    </message>
    <message numerus="yes">
        <source>{0} is bound to %Ln phone(s) ({1}).</source>
        <translation>
            <numerusform>{0}绑定了 %Ln 台手机（{1}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is bound to no phone ({1}).</source>
        <translation>{0}没有绑定任何手机（{1}）。</translation>
    </message>
    <message>
        <source>{0} is not among today&apos;s pushes for the phone {1}.</source>
        <translation>{0}不在手机 {1} 今天的推送之中。</translation>
    </message>
    <message>
        <source>{0} was meant for the phone {1}.</source>
        <translation>{0}的目标包括手机 {1}。</translation>
    </message>
</context>
<context>
    <name>PhoneForm</name>
    <message>
        <source>A device ID</source>
        <translation>设备 ID</translation>
    </message>
    <message>
        <source>A test device</source>
        <translation>测试设备</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Account type</source>
        <translation>账号类型</translation>
    </message>
    <message>
        <source>Asks TPNS about this phone; sends nothing</source>
        <translation>向 TPNS 查询这台手机，不发送任何东西</translation>
    </message>
    <message>
        <source>Device ID (token)</source>
        <translation>设备 ID（token）</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>开始查询</translation>
    </message>
    <message>
        <source>Paste the ID of the device.</source>
        <translation>请粘贴设备的 ID。</translation>
    </message>
    <message>
        <source>Somebody&apos;s account</source>
        <translation>某人的账号</translation>
    </message>
    <message>
        <source>Test device</source>
        <translation>测试设备</translation>
    </message>
    <message>
        <source>There is no test device yet. Ask by an account or a device ID.</source>
        <translation>还没有测试设备。请用账号或设备 ID 查询。</translation>
    </message>
    <message>
        <source>Which phone</source>
        <translation>哪台手机</translation>
    </message>
    <message>
        <source>Write the account whose phone it is.</source>
        <translation>请填写手机所属的账号。</translation>
    </message>
</context>
<context>
    <name>PhonePart</name>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>JSON that will be sent</source>
        <translation>将要发送的 JSON</translation>
    </message>
    <message>
        <source>Language of the phone</source>
        <translation>手机的语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Look of the phone</source>
        <translation>手机外观</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Maker and place</source>
        <translation>机型与位置</translation>
    </message>
    <message>
        <source>No notification. The message waits in the app.</source>
        <translation>没有通知，消息在应用里等候。</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>Phone to show</source>
        <translation>显示哪种手机</translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>About the push “{0}”, {1}.</source>
        <translation>关于推送「{0}」，{1}。</translation>
    </message>
    <message>
        <source>Asking TPNS…</source>
        <translation>正在向 TPNS 查询…</translation>
    </message>
    <message>
        <source>Back to the devices</source>
        <translation>返回设备</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>返回结果</translation>
    </message>
    <message>
        <source>By TPNS. Enter opens the result of one that was made here.</source>
        <translation>由 TPNS 提供。按回车打开在这里所发推送的结果。</translation>
    </message>
    <message>
        <source>Looked at {0}.</source>
        <translation>查询于 {0}。</translation>
    </message>
    <message>
        <source>TPNS is asked what it knows of one phone. Nothing is sent or changed.</source>
        <translation>向 TPNS 查询一台手机的情况，不发送也不更改任何东西。</translation>
    </message>
    <message>
        <source>Today&apos;s pushes for this phone</source>
        <translation>这台手机今天的推送</translation>
    </message>
    <message>
        <source>Why did this phone not get it?</source>
        <translation>这台手机为什么没收到？</translation>
    </message>
</context>
<context>
    <name>PhoneStrip</name>
    <message>
        <source>too long for this phone</source>
        <translation>超出这类手机的上限</translation>
    </message>
</context>
<context>
    <name>PhoneView</name>
    <message>
        <source>Banner, {0}</source>
        <translation>横幅，{0}</translation>
    </message>
    <message>
        <source>Closed, it shows the first {0} characters</source>
        <translation>收起时只显示前 {0} 个字</translation>
    </message>
    <message>
        <source>In a group: {0}</source>
        <translation>已归组：{0}</translation>
    </message>
    <message>
        <source>Lock screen, {0}</source>
        <translation>{0} 锁屏</translation>
    </message>
    <message>
        <source>Notification list, {0}</source>
        <translation>通知栏，{0}</translation>
    </message>
    <message>
        <source>Number on the app&apos;s icon: {0}</source>
        <translation>应用图标角标：{0}</translation>
    </message>
    <message>
        <source>Picture from {0}, not loaded here</source>
        <translation>图片来自 {0}，此处未加载</translation>
    </message>
    <message>
        <source>Subtitle: {0}</source>
        <translation>副标题：{0}</translation>
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
        <source>The title is cut after {0} characters</source>
        <translation>标题在第 {0} 个字后被截断</translation>
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
        <source>Without a sound</source>
        <translation>无提示音</translation>
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
        <source>when opened</source>
        <translation>展开后</translation>
    </message>
    <message>
        <source>{0}: after {1} characters</source>
        <translation>{0}：第 {1} 个字</translation>
    </message>
    <message>
        <source>✂ cut here</source>
        <translation>✂ 此处截断</translation>
    </message>
</context>
<context>
    <name>PhoneWall</name>
    <message>
        <source>Back online</source>
        <translation>已重新上线</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Click it, or press Enter, to tap the notification.</source>
        <translation>单击它，或按回车键，即可点击这条通知。</translation>
    </message>
    <message>
        <source>Comes no more</source>
        <translation>不会再送达</translation>
    </message>
    <message>
        <source>In the app {0}</source>
        <translation>{0} 到达应用</translation>
    </message>
    <message>
        <source>In the chat {0}</source>
        <translation>{0} 进入聊天</translation>
    </message>
    <message>
        <source>Model: {0}</source>
        <translation>机型：{0}</translation>
    </message>
    <message>
        <source>Not among the receivers</source>
        <translation>不在接收范围内</translation>
    </message>
    <message>
        <source>Not in the chat</source>
        <translation>未打开聊天</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>尚未推送</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚未收到</translation>
    </message>
    <message>
        <source>Notifications off</source>
        <translation>通知已关闭</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Replaced {0}</source>
        <translation>{0} 被覆盖</translation>
    </message>
    <message>
        <source>SMS at {0}</source>
        <translation>{0} 收到短信</translation>
    </message>
    <message>
        <source>SMS did not arrive</source>
        <translation>短信未送达</translation>
    </message>
    <message>
        <source>SMS did not arrive: no such number</source>
        <translation>短信未送达：空号</translation>
    </message>
    <message>
        <source>SMS did not arrive: number blocked</source>
        <translation>短信未送达：号码在黑名单中</translation>
    </message>
    <message>
        <source>SMS did not arrive: phone off</source>
        <translation>短信未送达：手机关机</translation>
    </message>
    <message>
        <source>Shown {0}</source>
        <translation>{0} 显示</translation>
    </message>
    <message>
        <source>Stopped before it came</source>
        <translation>送达前已终止</translation>
    </message>
    <message>
        <source>Swiped away {0}</source>
        <translation>{0} 划掉</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>手机关机</translation>
    </message>
    <message>
        <source>Tapped {0}</source>
        <translation>{0} 点击</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Withdrawn {0}</source>
        <translation>{0} 撤回</translation>
    </message>
    <message>
        <source>by TPNS itself: too long for {0}</source>
        <translation>改由 TPNS 自建通道送达：对{0}太长</translation>
    </message>
    <message>
        <source>its channel is switched off</source>
        <translation>所用通道已关闭</translation>
    </message>
    <message>
        <source>its owner does not use the chat</source>
        <translation>机主没有使用聊天</translation>
    </message>
    <message>
        <source>kept for when it is back</source>
        <translation>保留到上线后送达</translation>
    </message>
    <message>
        <source>lost on the way</source>
        <translation>途中丢失</translation>
    </message>
    <message>
        <source>not back in time</source>
        <translation>未在保留时间内上线</translation>
    </message>
    <message>
        <source>not in this audience</source>
        <translation>不属于这次的推送对象</translation>
    </message>
    <message>
        <source>not sent to {0}</source>
        <translation>这次没有推送到 {0}</translation>
    </message>
    <message>
        <source>practice forgot who was meant</source>
        <translation>演练服务已不记得推送对象</translation>
    </message>
    <message>
        <source>shows nothing by itself</source>
        <translation>应用自己不弹通知</translation>
    </message>
    <message>
        <source>text cut at {0}</source>
        <translation>正文截断于第 {0} 个字</translation>
    </message>
    <message>
        <source>title cut at {0}</source>
        <translation>标题截断于第 {0} 个字</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>✂ cut</source>
        <translation>✂ 已截断</translation>
    </message>
    <message>
        <source>✓ tapped</source>
        <translation>✓ 已点击</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>A silent message: the app gets it, and nothing appears on the phone.</source>
        <translation>静默消息：由应用接收，手机上不显示任何内容。</translation>
    </message>
    <message>
        <source>An in-app message: the app decides what it shows. No notification appears.</source>
        <translation>应用内消息：由应用决定如何展示，不出现通知。</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>横幅</translation>
    </message>
    <message>
        <source>Fits: title {0} of {1}, text {2} of {3}</source>
        <translation>未超限：标题 {0} / {1}，正文 {2} / {3}</translation>
    </message>
    <message>
        <source>Fits: title {0} of {1}, text {2} of {3} (Chinese: 2 each)</source>
        <translation>未超限：标题 {0} / {1}，正文 {2} / {3}（汉字计 2）</translation>
    </message>
    <message>
        <source>Fits: title {0} of {1}; text without a limit</source>
        <translation>未超限：标题 {0} / {1}；正文不限</translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Text cut after {0} characters; the striped part is not seen</source>
        <translation>正文在第 {0} 个字后截断；带斜纹的部分不显示</translation>
    </message>
    <message>
        <source>Title cut after {0} characters, text after {1}; the striped part is not seen</source>
        <translation>标题在第 {0} 个字后截断，正文在第 {1} 个字后截断；带斜纹的部分不显示</translation>
    </message>
    <message>
        <source>Title cut after {0} characters; the striped part is not seen</source>
        <translation>标题在第 {0} 个字后截断；带斜纹的部分不显示</translation>
    </message>
    <message>
        <source>Too long for {0} ({1}): these phones get it through TPNS&apos;s own channel, perhaps later.</source>
        <translation>超出{0}上限（{1}）：这些手机将改由 TPNS 自有通道送达，可能较晚。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>{0}: no published limit</source>
        <translation>{0}：未公布上限</translation>
    </message>
    <message>
        <source>✂ limit of {0}</source>
        <translation>✂ {0}上限</translation>
    </message>
</context>
<context>
    <name>PhonesCard</name>
    <message>
        <source>On the phones</source>
        <translation>手机上的样子</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the account…</source>
        <translation>正在询问账户…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Find by name, ID or words</source>
        <translation>按名称、ID 或文字查找</translation>
    </message>
    <message>
        <source>It could not be removed. Try again.</source>
        <translation>没有移除成，再试一次。</translation>
    </message>
    <message>
        <source>Last read: {0}.</source>
        <translation>上次读取：{0}。</translation>
    </message>
    <message>
        <source>No service lists SMS apps: those that were used or typed stand here.</source>
        <translation>短信应用无法从服务读取：这里列出用过的和录入的。</translation>
    </message>
    <message>
        <source>No signature</source>
        <translation>不带签名</translation>
    </message>
    <message>
        <source>Only approved ones can be sent with, and those that you typed in.</source>
        <translation>只能用审核通过的和你自己录入的。</translation>
    </message>
    <message>
        <source>Only for texts outside the Chinese mainland.</source>
        <translation>只适用于境外短信。</translation>
    </message>
    <message>
        <source>Only here: the SMS console keeps what it has. Drafts keep the ID.</source>
        <translation>只从这里移除：短信控制台里的保持不变，草稿仍保留这个 ID。</translation>
    </message>
    <message>
        <source>Read balances</source>
        <translation>读取余量</translation>
    </message>
    <message>
        <source>Reading your book…</source>
        <translation>正在读取本地模板库…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{0}” from your book?</source>
        <translation>从本地模板库移除「{0}」？</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>SMS apps</source>
        <translation>短信应用</translation>
    </message>
    <message>
        <source>Set up the account</source>
        <translation>设置账户</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>This one can&apos;t be used. {0}</source>
        <translation>这一个现在不能用。{0}</translation>
    </message>
    <message>
        <source>Type an ID…</source>
        <translation>录入 ID…</translation>
    </message>
    <message>
        <source>Type one in…</source>
        <translation>录入签名…</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Which SMS app?</source>
        <translation>用哪个短信应用？</translation>
    </message>
    <message>
        <source>Which signature?</source>
        <translation>用哪个签名？</translation>
    </message>
    <message>
        <source>Which template?</source>
        <translation>用哪个模板？</translation>
    </message>
    <message>
        <source>Without a cloud account, type in what you use. With one, Settings ▸ Text messages lets this list fill itself.</source>
        <translation>没有云账户时，录入你要用的即可。在「设置 ▸ 短信」中填好账户后，列表会自动读取。</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Add one I already have…</source>
        <translation>添加已有计划…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln plan(s) found</source>
        <translation>
            <numerusform>找到 %Ln 个计划</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a plan</source>
        <translation>查找计划</translation>
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
    <name>PlanDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途说明</translation>
    </message>
    <message>
        <source>{0} of {1} · a Chinese character counts as 2</source>
        <translation>{0} / {1} · 一个汉字计 2</translation>
    </message>
    <message>
        <source>{0} of {1} · above {2} some pages of TPNS cut it</source>
        <translation>{0} / {1} · 超过 {2} 时，TPNS 的部分页面会截断</translation>
    </message>
    <message>
        <source>{0} of {1}: too long for TPNS. Shorten it.</source>
        <translation>{0} / {1}：超出 TPNS 的上限，请缩短。</translation>
    </message>
</context>
<context>
    <name>PlanEditor</name>
    <message>
        <source>{0} (hidden)</source>
        <translation>{0}（已隐藏）</translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message>
        <source>Copy ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Finish on {0}</source>
        <translation>在 {0} 上补建</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More for “{0}”</source>
        <translation>「{0}」的更多操作</translation>
    </message>
    <message>
        <source>Remove from the book</source>
        <translation>移出计划簿</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
</context>
<context>
    <name>PlanSteps</name>
    <message>
        <source>Arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Tapped</source>
        <translation>点击</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message numerus="yes">
        <source>%Ln more plan(s) can be made today.</source>
        <translation>
            <numerusform>今天还可以新建 %Ln 个计划。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them has (have) no figures yet.</source>
        <translation>
            <numerusform>其中 %Ln 条还没有数字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln 条推送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) sent from here</source>
        <translation>
            <numerusform>从本程序发出的 %Ln 条推送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) sent from here named it and come back with it.</source>
        <translation>
            <numerusform>从本程序发出的 %Ln 条推送用过它，会随它一起回来。</numerusform>
        </translation>
    </message>
    <message>
        <source>A plan ID is a number: digits only.</source>
        <translation>推送计划 ID 只含数字。</translation>
    </message>
    <message numerus="yes">
        <source>Added up from %Ln push(es) sent from here.</source>
        <translation>
            <numerusform>由从本程序发出的 %Ln 条推送相加得出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted by TPNS from {0} to {1}, wherever the pushes of this plan were made; read at {2}.</source>
        <translation>由 TPNS 统计，{0}至{1}，不论该计划的推送在哪里创建；读取于 {2}。</translation>
    </message>
    <message>
        <source>Default plan</source>
        <translation>默认计划</translation>
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
        <source>Newest figures of the pushes sent from here; the oldest were read {0}.</source>
        <translation>从本程序发出的推送的最新数字；其中最早的读取于{0}。</translation>
    </message>
    <message>
        <source>No figures were read yet.</source>
        <translation>还没有读取过数字。</translation>
    </message>
    <message>
        <source>No push was sent from here in this time.</source>
        <translation>这段时间没有从本程序发出的推送。</translation>
    </message>
    <message>
        <source>Not on {0} yet</source>
        <translation>{0} 上还没有</translation>
    </message>
    <message>
        <source>Of these, {0} delivered and {1} taps are not of the {2}: they come from pushes of this plan made elsewhere.</source>
        <translation>其中 {0} 次实发、{1} 次点击不属于{2}，来自在别处创建的该计划的推送。</translation>
    </message>
    <message>
        <source>One character is incomplete. Type it again.</source>
        <translation>有一个字符不完整，请重新输入。</translation>
    </message>
    <message>
        <source>Pushes with no plan · can&apos;t be changed</source>
        <translation>未选计划的推送 · 不可更改</translation>
    </message>
    <message>
        <source>Say in a few words what it is for.</source>
        <translation>请简单说明用途。</translation>
    </message>
    <message>
        <source>Say what the plan is for in one line: without line ends and other characters that nobody sees.</source>
        <translation>请用一行说明计划的用途，不要有换行和其他看不见的字符。</translation>
    </message>
    <message>
        <source>TPNS may have made the plan “{0}” ({1}). Look in the TPNS console: if it is there, add it by its ID.</source>
        <translation>TPNS 可能已经创建了计划「{0}」（{1}）。请在 TPNS 控制台查看：如果有，就按 ID 添加。</translation>
    </message>
    <message>
        <source>TPNS takes 200 new plans a day, and today&apos;s are used up. Try again after midnight, Beijing time.</source>
        <translation>TPNS 每天最多新建 200 个计划，今天的已用完。北京时间零点后再试。</translation>
    </message>
    <message>
        <source>TPNS tells no figures of its default plan.</source>
        <translation>TPNS 不提供默认计划的数字。</translation>
    </message>
    <message>
        <source>The app&apos;s Secret Key is not at hand.</source>
        <translation>找不到此应用的 Secret Key。</translation>
    </message>
    <message>
        <source>The connection broke after the request. The plan may exist there: look in the TPNS console, then add it by its ID.</source>
        <translation>请求发出后连接中断，计划可能已经建好：到 TPNS 控制台查看，再按 ID 添加。</translation>
    </message>
    <message>
        <source>This plan is not in the book any more.</source>
        <translation>这个计划已不在计划簿里。</translation>
    </message>
    <message>
        <source>{0} ID {1}</source>
        <translation>{0} ID {1}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} 条{1}</translation>
    </message>
    <message>
        <source>“{0}” in your book has this ID already.</source>
        <translation>计划簿里的「{0}」已经使用这个 ID。</translation>
    </message>
    <message>
        <source>The description is too long. Shorten it.</source>
        <translation>说明太长，请缩短。</translation>
    </message>
    <message>
        <source>TPNS&apos;s own plan, for pushes without one: it can&apos;t be edited, hidden or removed.</source>
        <translation>TPNS 自带的计划，收纳没有计划的推送：不能编辑、隐藏或移除。</translation>
    </message>
    <message>
        <source>The name has a line end or another character that nobody sees. Type the name again.</source>
        <translation>名称里有换行或其他看不见的字符。请重新输入名称。</translation>
    </message>
    <message>
        <source>The name is too long. Shorten it.</source>
        <translation>名称太长，请缩短。</translation>
    </message>
    <message>
        <source>The oldest of these figures were read {0}.</source>
        <translation>其中最早的数字读取于{0}。</translation>
    </message>
    <message>
        <source>The plan could not be saved. Nothing else was changed.</source>
        <translation>推送计划未能保存，其他内容没有变化。</translation>
    </message>
    <message>
        <source>The plan is in your book, but not on {0} yet. {1}</source>
        <translation>计划已在计划簿里，但 {0} 上还没有。{1}</translation>
    </message>
    <message>
        <source>The service could not be reached. No plan was made; try again later.</source>
        <translation>无法连接服务，没有新建推送计划。请稍后再试。</translation>
    </message>
</context>
<context>
    <name>PlansList</name>
    <message numerus="yes">
        <source>%Ln plan(s) of your own</source>
        <translation>
            <numerusform>%Ln 个自建计划</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln hidden plan(s)</source>
        <translation>
            <numerusform>显示 %Ln 个已隐藏的计划</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansModel</name>
    <message>
        <source>Built in</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>最近一次推送</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Tapped, of arrived</source>
        <translation>点击（占抵达）</translation>
    </message>
</context>
<context>
    <name>PlansScreen</name>
    <message>
        <source>Add it by its ID…</source>
        <translation>按 ID 添加…</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>已复制：{0}</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>那里没有</translation>
    </message>
    <message>
        <source>“{0}” is no longer offered for new pushes.</source>
        <translation>新建推送时不再提供「{0}」。</translation>
    </message>
    <message>
        <source>“{0}” is offered for new pushes again.</source>
        <translation>新建推送时重新提供「{0}」。</translation>
    </message>
    <message>
        <source>“{0}” is on all systems of the app now.</source>
        <translation>「{0}」现在在该应用的所有系统上都有了。</translation>
    </message>
    <message>
        <source>“{0}” left the book; its pushes and the plan in TPNS stay.</source>
        <translation>「{0}」已移出计划簿；它的推送和 TPNS 中的计划都保留。</translation>
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
    <name>PracticeCard</name>
    <message>
        <source>A service on this computer that stands in for TPNS. Nothing leaves it.</source>
        <translation>在这台电脑上代替 TPNS 的服务，不会发出任何数据。</translation>
    </message>
    <message>
        <source>As in earnest: what happens to a push in a day takes a day.</source>
        <translation>与真实一致：一条推送一天里发生的事，需要一天。</translation>
    </message>
    <message>
        <source>Counts at once; figures that are there stay. A scheduled push still starts at its time by the clock.</source>
        <translation>立即生效，已有的数字保持不变。定时推送仍按时钟上的时间开始。</translation>
    </message>
    <message>
        <source>For the next push only</source>
        <translation>仅限下一条推送</translation>
    </message>
    <message>
        <source>How fast time runs in practice</source>
        <translation>演练中时间过得多快</translation>
    </message>
    <message>
        <source>How long practice acts it out</source>
        <translation>这样演练持续多久</translation>
    </message>
    <message>
        <source>It plays made-up phones of every maker, accounts and tags. It checks requests as strictly as TPNS, takes them or refuses them, and reports what arrived and was tapped. Its figures are invented and tell nothing about your app.</source>
        <translation>它模拟各品牌手机、账号和标签，像 TPNS 一样严格检查请求，受理或拒绝，并给出抵达和点击数据。这些数据是虚构的，不代表你的应用。</translation>
    </message>
    <message>
        <source>Its world begins anew with each start of the program, with a month of made-up pushes behind it. Your drafts, templates and lists stay. Save a world to go on with it another day.</source>
        <translation>每次启动程序，演练环境都会重新开始，并带有一个月的虚构推送记录。你的草稿、模板和名单会保留。想改天接着用，就把演练环境存下来。</translation>
    </message>
    <message>
        <source>Time runs</source>
        <translation>时间流速</translation>
    </message>
    <message>
        <source>Until I change it</source>
        <translation>直到我改回来</translation>
    </message>
    <message>
        <source>What happens to a push in a day takes 24 minutes.</source>
        <translation>一条推送一天里发生的事，24 分钟完成。</translation>
    </message>
    <message>
        <source>What happens to a push in a day takes about two and a half hours.</source>
        <translation>一条推送一天里发生的事，大约两个半小时完成。</translation>
    </message>
    <message>
        <source>What happens to a push in a day takes less than three minutes.</source>
        <translation>一条推送一天里发生的事，不到三分钟完成。</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0} 倍</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>演练</translation>
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
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
</context>
<context>
    <name>PrivacyCard</name>
    <message>
        <source>All apps</source>
        <translation>全部应用</translation>
    </message>
    <message>
        <source>Clear local history…</source>
        <translation>清除本机记录…</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>清除记录</translation>
    </message>
    <message>
        <source>Clear the history of all apps on this computer?</source>
        <translation>清除所有应用在这台电脑上的记录？</translation>
    </message>
    <message>
        <source>Clear the history of {0} on this computer?</source>
        <translation>清除「{0}」在这台电脑上的记录？</translation>
    </message>
    <message>
        <source>Clearing the local history takes away pushes that have ended and are older than 24 hours: titles, texts, people, figures, and the drafts they were sent from.</source>
        <translation>清除本机记录会删除已结束且超过 24 小时的推送：标题、正文、受众、数据，以及对应的草稿。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>It cannot be undone. Nothing changes in TPNS or on phones.</source>
        <translation>此操作不能撤销。TPNS 和手机上的内容不受影响。</translation>
    </message>
    <message>
        <source>It could not be cleared: the disk refused. Nothing was changed.</source>
        <translation>未能清除：磁盘拒绝写入，内容没有变化。</translation>
    </message>
    <message>
        <source>Only {0}</source>
        <translation>仅{0}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>The last seven daily backups in the data folder hold the earlier state until newer ones take their place.</source>
        <translation>数据文件夹中最近七份每日备份仍含有之前的内容，直到被新的备份替换。</translation>
    </message>
    <message>
        <source>What stays: pushes of the last 24 hours, by which the program notices that the same push is sent twice; pushes on hold, unsettled or still to go out; drafts, templates, plans, lists, tags and devices.</source>
        <translation>会保留：最近 24 小时的推送（用于发现重复发送）；待发出、结果未知或尚未到时间的推送；草稿、模板、推送计划、名单、标签和设备。</translation>
    </message>
    <message>
        <source>What this computer remembers of the pushes that were sent from it.</source>
        <translation>这台电脑为发出的推送保留的记录。</translation>
    </message>
    <message>
        <source>Whose history</source>
        <translation>清除哪些应用的记录</translation>
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
    <name>PushesModel</name>
    <message>
        <source>Elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>ID {0}</source>
        <translation>ID {0}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>QuestionsLeft</name>
    <message numerus="yes">
        <source>%Ln question(s) to TPNS left this hour</source>
        <translation>
            <numerusform>本小时还可向 TPNS 查询 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>TPNS answers 200 questions an hour about pushes and devices, for all windows together. The last ones are kept for what you ask; figures update less often.</source>
        <translation>TPNS 每小时最多回答 200 次关于推送和设备的查询，所有窗口合计。剩下的次数留给你主动查询，数据更新会变慢。</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>About {0} devices (total ever), {1} online at {2}</source>
        <translation>约 {0} 台设备（历史累计），{2}在线 {1} 台</translation>
    </message>
    <message>
        <source>Everyone who installed {0}.</source>
        <translation>所有安装了 {0} 的设备。</translation>
    </message>
    <message>
        <source>Everyone who installed {0}: about {1} devices (total ever), {2} online at {3}.</source>
        <translation>所有安装了 {0} 的设备：约 {1} 台（历史累计），{3}在线 {2} 台。</translation>
    </message>
    <message>
        <source>How many devices that is, is not known: TPNS was not asked yet.</source>
        <translation>设备数量未知：尚未向 TPNS 查询。</translation>
    </message>
    <message>
        <source>How many phones this combination is, only TPNS knows.</source>
        <translation>这个组合共有多少台手机，只有 TPNS 知道。</translation>
    </message>
    <message>
        <source>TPNS could not be asked just now.</source>
        <translation>刚才未能向 TPNS 查询。</translation>
    </message>
    <message>
        <source>TPNS has no phone with {0}; it may write it otherwise. TPNS knows: {1}, …</source>
        <translation>TPNS 没有统计到{0}的手机，可能它的写法不同。TPNS 的写法有：{1}……</translation>
    </message>
    <message>
        <source>TPNS statistics of {0}, read {1}</source>
        <translation>TPNS {0}的统计，读取于 {1}</translation>
    </message>
    <message>
        <source>Together about {0}.</source>
        <translation>合计约 {0}。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>as many as the last push reached, counted {0}</source>
        <translation>按上次推送抵达的数量，统计于 {0}</translation>
    </message>
    <message>
        <source>the peak of {0}</source>
        <translation>{0}高峰</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>today&apos;s peak so far</source>
        <translation>今日截至目前的高峰</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>yesterday&apos;s peak</source>
        <translation>昨日高峰</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0}: the last push to it reached {1}, counted {2}.</source>
        <translation>{0}：上一次只推给它时送达 {1}，统计于 {2}。</translation>
    </message>
    <message>
        <source>{0}: unknown. No statistics were read for {1}.</source>
        <translation>{0}：未知。没有读到「{1}」的统计。</translation>
    </message>
    <message>
        <source>{0}: unknown. TPNS does not count an app&apos;s own tags; after a push to one tag alone this line tells what it reached.</source>
        <translation>{0}：未知。TPNS 不统计应用自有的标签；只推给一个标签之后，这里会显示它的送达数。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>All packages of the app</source>
        <translation>应用的全部包名</translation>
    </message>
    <message>
        <source>Also sent</source>
        <translation>一并发送</translation>
    </message>
    <message>
        <source>Among them</source>
        <translation>其中有</translation>
    </message>
    <message>
        <source>An earlier push</source>
        <translation>较早的一次推送</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>Asks before it opens the page</source>
        <translation>打开网页前先询问</translation>
    </message>
    <message>
        <source>At most {0} a second</source>
        <translation>每秒最多 {0} 条</translation>
    </message>
    <message>
        <source>Blanks are filled with what is known of each device</source>
        <translation>空位按每台设备已知的数据填写</translation>
    </message>
    <message>
        <source>Cost of texts</source>
        <translation>短信费用</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>自定义数据</translation>
    </message>
    <message>
        <source>Every day at {0}</source>
        <translation>每天 {0}</translation>
    </message>
    <message>
        <source>Every month on day {0}, at {1}</source>
        <translation>每月 {0} 日，{1}</translation>
    </message>
    <message>
        <source>Every week on {0}, at {1}</source>
        <translation>每周的{0}，{1}</translation>
    </message>
    <message>
        <source>How fast</source>
        <translation>推送速度</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>If the upload fails, nothing is sent</source>
        <translation>上传未完成则不会发送</translation>
    </message>
    <message>
        <source>In-app message: the app decides what it shows</source>
        <translation>应用内消息：由应用决定如何展示</translation>
    </message>
    <message>
        <source>Inside the app</source>
        <translation>应用内</translation>
    </message>
    <message>
        <source>Intent flags: {0}</source>
        <translation>Intent 标志：{0}</translation>
    </message>
    <message>
        <source>It will read</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>Keep trying for</source>
        <translation>离线保留</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>消息类型</translation>
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
        <source>Next: {0}</source>
        <translation>接下来：{0}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not delivered over</source>
        <translation>不使用的通道</translation>
    </message>
    <message>
        <source>Nothing: practice charges nobody.</source>
        <translation>无：演练不产生费用。</translation>
    </message>
    <message>
        <source>OPPO and vivo phones get it, too, and show both</source>
        <translation>OPPO 和 vivo 手机也会收到，并同时显示两条</translation>
    </message>
    <message>
        <source>On</source>
        <translation>设备范围</translation>
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
        <source>Opens the screen {0} of the app</source>
        <translation>打开应用内界面 {0}</translation>
    </message>
    <message>
        <source>Opens the web page {0}</source>
        <translation>打开网页 {0}</translation>
    </message>
    <message>
        <source>Over TPNS&apos;s own channel first</source>
        <translation>优先使用 TPNS 自建通道</translation>
    </message>
    <message>
        <source>Over the maker&apos;s channel</source>
        <translation>使用厂商通道</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>包名</translation>
    </message>
    <message>
        <source>PendingIntent flags: {0}</source>
        <translation>PendingIntent 标志：{0}</translation>
    </message>
    <message>
        <source>Personal text</source>
        <translation>个性化内容</translation>
    </message>
    <message>
        <source>Phones online</source>
        <translation>在线的手机</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>推送计划</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Shown as a banner, too, where notifications are off</source>
        <translation>通知已关闭的手机上，也在应用内以横幅显示</translation>
    </message>
    <message>
        <source>Shown only</source>
        <translation>仅在以下时段显示</translation>
    </message>
    <message>
        <source>Silent message: the app gets it, nothing appears</source>
        <translation>静默消息：只有应用会收到，手机上不显示</translation>
    </message>
    <message>
        <source>Skipped; the others get the push</source>
        <translation>跳过，其余设备照常推送</translation>
    </message>
    <message>
        <source>Subtitle where nothing is known: {0}</source>
        <translation>没有数据时的副标题：{0}</translation>
    </message>
    <message>
        <source>TPNS cannot tell how many people this is, nor how long it takes</source>
        <translation>TPNS 无法预知人数，因此也无法预知时长</translation>
    </message>
    <message>
        <source>Takes about {0} for {1}</source>
        <translation>{1} 条约需 {0}</translation>
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
        <source>Text where nothing is known: {0}</source>
        <translation>没有数据时的正文：{0}</translation>
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
        <source>Title where nothing is known: {0}</source>
        <translation>没有数据时的标题：{0}</translation>
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
        <source>Wrong tokens</source>
        <translation>填错的 token</translation>
    </message>
    <message>
        <source>Your name for it</source>
        <translation>推送名称</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>{0} (push ID {1})</source>
        <translation>{0}（推送 ID {1}）</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}; from {1} to {2} (Beijing time)</source>
        <translation>{0}；从 {1} 到 {2}（北京时间）</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>%Ln other setting(s)</source>
        <translation>
            <numerusform>另有 %Ln 项设置</numerusform>
        </translation>
    </message>
    <message>
        <source>A silent or in-app message, no notification</source>
        <translation>静默或应用内消息，不出现通知</translation>
    </message>
    <message>
        <source>A tap opens the activity {0}</source>
        <translation>点击后打开 Activity {0}</translation>
    </message>
    <message>
        <source>A tap opens the page {0}</source>
        <translation>点击后打开页面 {0}</translation>
    </message>
    <message>
        <source>A tap opens {0}</source>
        <translation>点击后打开 {0}</translation>
    </message>
    <message>
        <source>An upload is of no use twice. Choose the file again under “Who gets it”.</source>
        <translation>已上传的名单不能沿用，在「推送给谁」中重新选择文件。</translation>
    </message>
    <message>
        <source>Audio: {0}</source>
        <translation>音频：{0}</translation>
    </message>
    <message>
        <source>Choose the plan by its name under “Plan”.</source>
        <translation>在「推送计划」中按名称选择计划。</translation>
    </message>
    <message>
        <source>Goes to a list, still to be chosen</source>
        <translation>推送给名单，名单待选择</translation>
    </message>
    <message>
        <source>Goes to everyone</source>
        <translation>推送给全部设备</translation>
    </message>
    <message>
        <source>Goes to nobody yet: choose who gets it</source>
        <translation>尚未选定推送对象</translation>
    </message>
    <message>
        <source>Goes to people with tags, still to be chosen</source>
        <translation>发送给带标签的人，标签待选</translation>
    </message>
    <message>
        <source>Goes to people with tags: {0}</source>
        <translation>推送给符合标签的人：{0}</translation>
    </message>
    <message>
        <source>Goes to {0}</source>
        <translation>推送给 {0}</translation>
    </message>
    <message>
        <source>In the group {0}</source>
        <translation>归入分组 {0}</translation>
    </message>
    <message>
        <source>It contradicts another part of the request. Choose one of the two by hand.</source>
        <translation>与请求中的另一处相矛盾，可手动选择其一。</translation>
    </message>
    <message>
        <source>It could not be taken ({0}).</source>
        <translation>未能读取（{0}）。</translation>
    </message>
    <message>
        <source>It holds nothing that this field can have. Set it by hand.</source>
        <translation>其中的值不是此项可取的值，可在页面上手动设置。</translation>
    </message>
    <message>
        <source>It is no table of names and values. Fill in “Custom data” by hand.</source>
        <translation>不是由名称和值组成的表，可在「自定义数据」中手动填写。</translation>
    </message>
    <message>
        <source>It would do nothing in this push.</source>
        <translation>在这次推送中不起作用。</translation>
    </message>
    <message>
        <source>Kept for phones that are off: {0}</source>
        <translation>离线保留：{0}</translation>
    </message>
    <message>
        <source>One of its names stands twice. Keep one of them by hand.</source>
        <translation>其中一个名称出现了两次，可手动保留其一。</translation>
    </message>
    <message>
        <source>One of its rows has no name. Fill it in by hand.</source>
        <translation>其中一行没有名称，可手动填写。</translation>
    </message>
    <message>
        <source>Picture: {0}</source>
        <translation>图片：{0}</translation>
    </message>
    <message>
        <source>Repeats at {0}, Beijing time</source>
        <translation>在 {0} 循环推送（北京时间）</translation>
    </message>
    <message>
        <source>Spread out: {0} a second</source>
        <translation>定速：每秒 {0} 条</translation>
    </message>
    <message>
        <source>Starts {0}, Beijing time</source>
        <translation>{0} 开始（北京时间）</translation>
    </message>
    <message>
        <source>Subtitle: {0}</source>
        <translation>副标题：{0}</translation>
    </message>
    <message>
        <source>TPNS has done away with it.</source>
        <translation>TPNS 已停用此项。</translation>
    </message>
    <message>
        <source>TPNS has no field of this name. Check the spelling.</source>
        <translation>TPNS 没有这个名称的字段，核对一下拼写。</translation>
    </message>
    <message>
        <source>Taken, in another form that means the same.</source>
        <translation>已读取，换成了含义相同的写法。</translation>
    </message>
    <message>
        <source>Text message backup with template {0}</source>
        <translation>短信补发，模板 {0}</translation>
    </message>
    <message>
        <source>Text: {0}</source>
        <translation>正文：{0}</translation>
    </message>
    <message>
        <source>Texts in the app&apos;s own languages are not written here. Write title and text.</source>
        <translation>这里不支持应用内置的多语言文案，直接填写标题和正文即可。</translation>
    </message>
    <message>
        <source>The app that you send with decides this.</source>
        <translation>由所选的应用决定。</translation>
    </message>
    <message>
        <source>These tag rules are too deep to be checked by eye. Build them anew.</source>
        <translation>标签规则嵌套过深，难以逐一核对，重新组合即可。</translation>
    </message>
    <message>
        <source>Title: {0}</source>
        <translation>标题：{0}</translation>
    </message>
    <message>
        <source>at a time to be chosen</source>
        <translation>时间待定</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>A push without words</source>
        <translation>没有文字的推送</translation>
    </message>
    <message>
        <source>Access ID</source>
        <translation>Access ID</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部通道</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>查询时间</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Beijing time</source>
        <translation>北京时间</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Kept for phones</source>
        <translation>离线保留</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>创建自</translation>
    </message>
    <message>
        <source>On</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Planned {0} · Delivered {1} · Arrived {2} · Tapped {3}</source>
        <translation>计划下发 {0} · 实发 {1} · 抵达 {2} · 点击 {3}</translation>
    </message>
    <message>
        <source>Push ID</source>
        <translation>推送 ID</translation>
    </message>
    <message>
        <source>Read the figures</source>
        <translation>读取数据</translation>
    </message>
    <message>
        <source>Read {0}.</source>
        <translation>{0}读取。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>The figures of this push have not been read yet.</source>
        <translation>还没有读取这条推送的数据。</translation>
    </message>
    <message>
        <source>This push was not made in this program: it can only be looked at here.</source>
        <translation>这条推送不是在本程序中创建的，在这里只能查看。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What TPNS tells of it</source>
        <translation>TPNS 的记录</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>发送给</translation>
    </message>
    <message>
        <source>iOS development environment</source>
        <translation>iOS 开发环境</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled or stopped</source>
        <translation>已取消或已终止</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>推送未成功</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未告知</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>推送中</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Refused or failed</source>
        <translation>被拒绝或未成功</translation>
    </message>
    <message>
        <source>Repeating</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Silent message</source>
        <translation>静默消息</translation>
    </message>
    <message>
        <source>Somebody elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Unsettled</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>一台设备</translation>
    </message>
    <message>
        <source>an account</source>
        <translation>一个账号</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>people with these tags</source>
        <translation>带有这些标签的人</translation>
    </message>
    <message>
        <source>those of a file</source>
        <translation>名单文件中的人</translation>
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
    <name>Rehearsal</name>
    <message>
        <source>! {0}</source>
        <translation>! {0}</translation>
    </message>
    <message>
        <source>Practice accepted it.</source>
        <translation>演练已受理。</translation>
    </message>
    <message>
        <source>Practice gave no usable answer.</source>
        <translation>演练没有给出可用的答复。</translation>
    </message>
    <message>
        <source>Practice refused it: {0}</source>
        <translation>演练拒绝了它：{0}</translation>
    </message>
    <message>
        <source>Read without complaint. Practice has other people, so nobody would get it there.</source>
        <translation>请求没有问题。演练里是另一批用户，所以在那里没有人会收到。</translation>
    </message>
    <message>
        <source>Read without complaint. The push it replaces exists in TPNS, not in practice.</source>
        <translation>请求没有问题。要覆盖的推送在 TPNS 里，演练里没有。</translation>
    </message>
    <message>
        <source>Read without complaint. Your plan exists in TPNS, not in practice.</source>
        <translation>请求没有问题。你的计划在 TPNS 里，演练里没有。</translation>
    </message>
    <message>
        <source>Something has to be fixed first. Go back; the page shows what.</source>
        <translation>有内容要先改好。返回后页面会指出。</translation>
    </message>
    <message>
        <source>The practice service is not running.</source>
        <translation>演练服务没有运行。</translation>
    </message>
    <message>
        <source>The rehearsal could not be made.</source>
        <translation>无法演练。</translation>
    </message>
    <message>
        <source>The stored copy of the list is gone. Choose the file again.</source>
        <translation>保存的名单副本已不在。请重新选择文件。</translation>
    </message>
    <message>
        <source>✓ {0}</source>
        <translation>✓ {0}</translation>
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
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Its keys, drafts and plans are removed here. What was sent stays in the list of sent pushes, and nothing changes in TPNS.</source>
        <translation>它的密钥、草稿和推送计划会从这里移除。已发送的仍保留在「推送记录」中，TPNS 上没有任何变化。</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除{0}</translation>
    </message>
    <message>
        <source>Remove {0} from this computer?</source>
        <translation>从这台电脑移除「{0}」？</translation>
    </message>
    <message>
        <source>{0} was removed, but its keys may still be in this computer&apos;s password store. Remove them there.</source>
        <translation>「{0}」已移除，但密钥可能仍在这台电脑的系统密码库中。请到那里删除。</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove the list</source>
        <translation>移除名单</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>移除「{0}」？</translation>
    </message>
    <message>
        <source>The copy that is kept here goes. It was pasted: there is no other file of it.</source>
        <translation>保存在本机的副本会被删除。它是粘贴而来的，没有其他文件。</translation>
    </message>
    <message>
        <source>The copy that is kept here goes. The file it was made from stays where it is.</source>
        <translation>保存在本机的副本会被删除，原来的文件保留在原处。</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Give the list a name, so that you find it again.</source>
        <translation>请给名单取一个名称，方便以后查找。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Only the list is called so; the file it was made from keeps its name.</source>
        <translation>只改名单的名称，原来的文件不改名。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename “{0}”</source>
        <translation>重命名「{0}」</translation>
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
    <name>ReplaceDialog</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Beijing time, UTC+8.</source>
        <translation>北京时间，UTC+8。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>OPPO and vivo phones cannot replace, Huawei phones only from EMUI 10 on: what they show already stays, and the new one comes beside it.</source>
        <translation>OPPO 和 vivo 手机不支持覆盖，华为手机从 EMUI 10 起支持：已展示的通知会保留，新通知与它同时展示。</translation>
    </message>
    <message>
        <source>Pushes of the last 30 days</source>
        <translation>最近 30 天的推送</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>覆盖这条推送</translation>
    </message>
    <message>
        <source>TPNS cannot replace this push. It may be too old, or not yet finished.</source>
        <translation>TPNS 不能覆盖这条推送：可能太早，或尚未完成。</translation>
    </message>
    <message>
        <source>There is none: only pushes to everyone, by tag or to a file of accounts that went out from here in the last 30 days can be replaced.</source>
        <translation>没有可覆盖的推送：只有最近 30 天从本程序发出的全部设备、按标签或账号名单文件推送才能覆盖。</translation>
    </message>
    <message>
        <source>Which push does this one replace?</source>
        <translation>要覆盖哪条推送？</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
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
    <name>ResultPicture</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>practice, nobody got it</source>
        <translation>演练，没有人收到</translation>
    </message>
    <message>
        <source>{0} (Beijing time)</source>
        <translation>{0}（北京时间）</translation>
    </message>
    <message>
        <source>{0} push ID {1}</source>
        <translation>{0} 推送 ID {1}</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Begin a new draft from this push</source>
        <translation>用这条推送新建草稿</translation>
    </message>
    <message>
        <source>It could not be taken back. Close the program before the time is up: what is on hold then is not sent.</source>
        <translation>未能取消。请在倒计时结束前关闭程序：仍待发出的不会发送。</translation>
    </message>
    <message>
        <source>It could not be written down, so the push is still unsettled. {0}</source>
        <translation>没能记录下来，这条推送仍未确认结果。{0}</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再次发送…</translation>
    </message>
    <message>
        <source>Too late to cancel: the request had already left.</source>
        <translation>来不及取消：请求已经发出。</translation>
    </message>
    <message>
        <source>Why did one phone not get it?</source>
        <translation>为什么有一台手机没收到？</translation>
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
        <source>TPNS has it and starts each of its runs at its time: the calendar shows them.</source>
        <translation>TPNS 已受理，每次循环会按各自的时间开始，可在日历中查看。</translation>
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
        <source>It would go out in quiet hours. Write why it has to, then send.</source>
        <translation>它将在安静时段发出。写下必须发送的理由，再发送。</translation>
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
        <source>SMS app {0}</source>
        <translation>短信应用 {0}</translation>
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
        <source>Send to {0} again and again?</source>
        <translation>循环发送给{0}？</translation>
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
        <source>Template {0}</source>
        <translation>模板 {0}</translation>
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
        <source>signed {0}</source>
        <translation>短信签名「{0}」</translation>
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
        <source>It goes out in quiet hours ({0} to {1}). Why does it have to?</source>
        <translation>将在安静时段（{0} 至 {1}）发出。为什么必须现在发？</translation>
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
    <message>
        <source>Write a reason to go on. It stays with the push.</source>
        <translation>写下理由才能继续。理由会随推送保存。</translation>
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
    <name>RowMenu</name>
    <message>
        <source>Make it right: cancel, stop, replace…</source>
        <translation>补救：取消、终止、覆盖…</translation>
    </message>
</context>
<context>
    <name>SafetyCard</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A confirmed push waits for a moment, so that you can cancel it. A push to everyone waits for at least 30 seconds.</source>
        <translation>确认后的推送会先等待片刻，便于取消。全量推送至少等待 30 秒。</translation>
    </message>
    <message>
        <source>A question for up to 1,000 people; ticks for tags, lists and text messages; the app&apos;s name for everyone.</source>
        <translation>不超过 1,000 人时确认一次；按标签、名单或带短信时要勾选；全部设备时要输入应用名称。</translation>
    </message>
    <message>
        <source>Beijing time. Whoever sends to real people in these hours writes why; the reason stays with the push.</source>
        <translation>北京时间。在此时段向真实用户发送时要写明理由；理由会随推送保存。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
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
        <source>One step more each time: ticks for every push to people, and the app&apos;s name for tags, lists and text messages too. Those are held for at least 30 seconds.</source>
        <translation>每次多一步：向用户的每条推送都要勾选；按标签、名单或带短信的推送还要输入应用名称，并至少等待 30 秒。</translation>
    </message>
    <message>
        <source>Quiet hours begin at</source>
        <translation>安静时段开始于</translation>
    </message>
    <message>
        <source>Quiet hours end at</source>
        <translation>安静时段结束于</translation>
    </message>
    <message>
        <source>Quiet hours: ask me for a reason</source>
        <translation>安静时段：发送时要求写理由</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Wait until I press “Send now”</source>
        <translation>由我点「立即发出」时再发送</translation>
    </message>
    <message>
        <source>What is asked before sending</source>
        <translation>发送前的确认</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Empty this field</source>
        <translation>清空这一栏</translation>
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
    <name>SendTestDialog</name>
    <message>
        <source>A test in practice reaches practice phones only.</source>
        <translation>演练中的测试只会到达演练手机。</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>添加设备…</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Before the title</source>
        <translation>标题前加上</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter and Space don&apos;t send. Click the button, or press Alt+S.</source>
        <translation>回车键和空格键不会发送。请点击按钮，或按 Alt+S。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>No test devices yet. Add your own phone below.</source>
        <translation>还没有测试设备。先在下面添加自己的手机。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不加</translation>
    </message>
    <message>
        <source>Only the devices you tick get it, at once: no plan, no schedule, no text message.</source>
        <translation>只有勾选的设备会立即收到：不归入计划、不定时、不发短信。</translation>
    </message>
    <message>
        <source>Practice {0} {1}</source>
        <translation>演练 {0} {1}</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Send the test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>System of the device</source>
        <translation>设备的系统</translation>
    </message>
    <message>
        <source>Token of the device</source>
        <translation>设备 Token</translation>
    </message>
    <message>
        <source>Token, as the app&apos;s developer shows it on the device</source>
        <translation>设备 Token（由应用的开发者在设备上显示）</translation>
    </message>
    <message>
        <source>Use a practice phone</source>
        <translation>使用演练手机</translation>
    </message>
    <message>
        <source>Which devices get the test?</source>
        <translation>测试发给哪些设备？</translation>
    </message>
    <message>
        <source>{0} is added and ticked</source>
        <translation>已添加并勾选 {0}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
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
        <source>Test devices: {0}</source>
        <translation>测试设备：{0}</translation>
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
        <source>Why in quiet hours</source>
        <translation>安静时段发送的理由</translation>
    </message>
    <message>
        <source>Your name for it</source>
        <translation>推送名称</translation>
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
        <source>Sent by</source>
        <translation>发送自</translation>
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
        <source>Test · {0}</source>
        <translation>测试 · {0}</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
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
        <source>A whole push ID finds its push, too.</source>
        <translation>输入完整的推送 ID 也能找到对应的推送。</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Ask TPNS</source>
        <translation>查询 TPNS</translation>
    </message>
    <message>
        <source>Ask TPNS what it remembers now</source>
        <translation>现在查询 TPNS 保存的推送记录</translation>
    </message>
    <message>
        <source>Begin a new draft from the chosen push</source>
        <translation>用所选推送新建草稿</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
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
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find in name, title, text or plan</source>
        <translation>在名称、标题、正文或计划中查找</translation>
    </message>
    <message>
        <source>How sent pushes are shown</source>
        <translation>已发推送的显示方式</translation>
    </message>
    <message>
        <source>It was not written in this program.</source>
        <translation>这条推送不是在本程序中写的。</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No push has these words in its name, title, text or plan.</source>
        <translation>没有推送的名称、标题、正文或计划中含有这些字。</translation>
    </message>
    <message>
        <source>No push is like this.</source>
        <translation>没有符合条件的推送。</translation>
    </message>
    <message>
        <source>Pushes made elsewhere could not be asked for. {0}</source>
        <translation>没能查询其他地方创建的推送。{0}</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>Save the chosen push as a template</source>
        <translation>把选中的推送存为模板</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Write what is listed to a file for spreadsheets</source>
        <translation>把列出的推送写入表格文件</translation>
    </message>
    <message>
        <source>{0}+ pushes</source>
        <translation>{0}+ 条推送</translation>
    </message>
    <message>
        <source>“{0}” is a template now. It is in Drafts &amp; templates.</source>
        <translation>「{0}」已存为模板，可在「草稿与模板」中找到。</translation>
    </message>
    <message>
        <source>No push is unsettled here: of each it is known what became of it.</source>
        <translation>这里没有结果未定的推送：每条的结果都已知道。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>还没有发送过推送</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再次发送…</translation>
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
        <source>Write a push</source>
        <translation>新建推送</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>换电脑</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Chat apps</source>
        <translation>Chat 应用</translation>
    </message>
    <message>
        <source>Enter goes into a section</source>
        <translation>按 Enter 进入分区</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>支持报告</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的分区</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>A user who is offline may still get it later.</source>
        <translation>离线的用户之后仍可能收到。</translation>
    </message>
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
        <source>Look at the phone of a user who should have got it first.</source>
        <translation>先查看应当收到的用户的手机。</translation>
    </message>
    <message>
        <source>The push is then counted as accepted by Chat. To send it again within a day you have to type SEND AGAIN.</source>
        <translation>之后这条推送会算作 Chat 已受理。一天内要再发一次，需要输入「再次发送」。</translation>
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
    <name>SetupScreen</name>
    <message>
        <source>Asking the service. Nothing is sent to anybody.</source>
        <translation>正在询问服务，不会向任何人发送内容。</translation>
    </message>
    <message>
        <source>Back to the push</source>
        <translation>回到推送</translation>
    </message>
    <message>
        <source>Before a text can follow a push</source>
        <translation>开启短信补发之前</translation>
    </message>
    <message>
        <source>Change the account…</source>
        <translation>更改账号…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Connect a Chat app…</source>
        <translation>连接 Chat 应用…</translation>
    </message>
    <message>
        <source>Copied. Send it to a developer.</source>
        <translation>已复制，发给开发者即可。</translation>
    </message>
    <message>
        <source>Copy a note for a developer</source>
        <translation>复制给开发者的说明</translation>
    </message>
    <message>
        <source>Details: {0}</source>
        <translation>详情：{0}</translation>
    </message>
    <message>
        <source>Enter the SMS app&apos;s ID first: digits, from the SMS console.</source>
        <translation>请先填写短信应用 ID，是短信控制台里的一串数字。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>In practice all of this is ready.</source>
        <translation>演练中这些都已就绪。</translation>
    </message>
    <message>
        <source>Messages left: {0}</source>
        <translation>剩余 {0} 条</translation>
    </message>
    <message>
        <source>No Chat app is connected yet.</source>
        <translation>还没有连接 Chat 应用。</translation>
    </message>
    <message>
        <source>Read signatures and templates of the account</source>
        <translation>读取账号的签名和模板</translation>
    </message>
    <message>
        <source>Read the account</source>
        <translation>读取账号</translation>
    </message>
    <message>
        <source>Read what is left</source>
        <translation>查询余量</translation>
    </message>
    <message>
        <source>Reading the account…</source>
        <translation>正在读取账号…</translation>
    </message>
    <message>
        <source>SMS app ID</source>
        <translation>短信应用 ID</translation>
    </message>
    <message>
        <source>Set up an account…</source>
        <translation>设置账号…</translation>
    </message>
    <message>
        <source>TPNS has the keys</source>
        <translation>TPNS 已有密钥</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the Chat app</source>
        <translation>测试 Chat 应用</translation>
    </message>
    <message>
        <source>That did not work. Try again.</source>
        <translation>没有成功，请重试。</translation>
    </message>
    <message>
        <source>The app binds mobile numbers already</source>
        <translation>应用已经绑定手机号</translation>
    </message>
    <message>
        <source>The app does this already</source>
        <translation>应用已经这样做</translation>
    </message>
    <message>
        <source>Try it in practice</source>
        <translation>先演练一次</translation>
    </message>
    <message>
        <source>What must be ready before a push to all users</source>
        <translation>全员推送前的准备事项</translation>
    </message>
</context>
<context>
    <name>SmsBoxes</name>
    <message numerus="yes">
        <source>%Ln message(s) each</source>
        <translation>
            <numerusform>每人 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Read the balance</source>
        <translation>读取余量</translation>
    </message>
    <message>
        <source>at most {0} messages ({1}); practice charges nobody</source>
        <translation>最多 {0} 条（{1}），演练不收费</translation>
    </message>
    <message>
        <source>at most {0} messages may be charged ({1})</source>
        <translation>最多可能计费 {0} 条（{1}）</translation>
    </message>
    <message>
        <source>how many people that is, is not known</source>
        <translation>人数未知</translation>
    </message>
    <message>
        <source>less than that</source>
        <translation>余量不够</translation>
    </message>
    <message>
        <source>{0} accounts, exact, as typed</source>
        <translation>{0} 个账号，精确，来自输入</translation>
    </message>
    <message>
        <source>{0} accounts, exact, from your file</source>
        <translation>{0} 个账号，精确，来自你的名单文件</translation>
    </message>
    <message>
        <source>{0} devices, exact, as chosen</source>
        <translation>{0} 台设备，精确，来自所选</translation>
    </message>
</context>
<context>
    <name>SmsBubble</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条短信</numerusform>
        </translation>
    </message>
    <message>
        <source>Chinese mainland</source>
        <translation>境内</translation>
    </message>
    <message>
        <source>How it will read</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>The words of this template are not in your book yet.</source>
        <translation>本地还没有这个模板的文字。</translation>
    </message>
    <message>
        <source>outside the Chinese mainland</source>
        <translation>境外</translation>
    </message>
</context>
<context>
    <name>SmsCard</name>
    <message>
        <source>After</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Choose a signature</source>
        <translation>选择签名</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>Choose an SMS app</source>
        <translation>选择短信应用</translation>
    </message>
    <message>
        <source>If the push doesn&apos;t get through, send a text message</source>
        <translation>推送未触达时，改发短信</translation>
    </message>
    <message>
        <source>Not in your book.</source>
        <translation>不在本地模板库里。</translation>
    </message>
    <message>
        <source>Not in your book: its words and status are not known.</source>
        <translation>不在本地模板库里：文字和状态未知。</translation>
    </message>
    <message>
        <source>Not in your book: whether it is approved is not known.</source>
        <translation>不在本地模板库里：是否审核通过未知。</translation>
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
        <source>Set up the account</source>
        <translation>设置账户</translation>
    </message>
    <message>
        <source>Text message backup</source>
        <translation>短信补发</translation>
    </message>
    <message>
        <source>The template has fewer blanks: what you typed is kept below.</source>
        <translation>模板的变量变少了：你填的内容都保留在下面。</translation>
    </message>
    <message>
        <source>This template has no blanks.</source>
        <translation>这个模板没有变量。</translation>
    </message>
    <message>
        <source>Unit of the wait</source>
        <translation>等待时间的单位</translation>
    </message>
    <message>
        <source>What must be ready first?</source>
        <translation>需要先准备什么？</translation>
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
        <source>nobody tapped the push</source>
        <translation>推送没有被点击</translation>
    </message>
    <message>
        <source>send it if</source>
        <translation>后发送，如果</translation>
    </message>
    <message>
        <source>the push hasn&apos;t arrived</source>
        <translation>推送没有送达</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>notifications are off</source>
        <translation>通知已关闭</translation>
    </message>
</context>
<context>
    <name>SmsPart</name>
    <message>
        <source>Details: {0}</source>
        <translation>详情：{0}</translation>
    </message>
    <message>
        <source>Enter the number with + and country code, such as +8613711112222.</source>
        <translation>填写号码时带上 + 和国家码，例如 +8613711112222。</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Look up one number</source>
        <translation>查询单个号码</translation>
    </message>
    <message>
        <source>Look up the texts to this number</source>
        <translation>查询发往该号码的短信</translation>
    </message>
    <message>
        <source>No carrier reported a text to this number since then.</source>
        <translation>此后没有运营商回报过发往该号码的短信。</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>立即读取</translation>
    </message>
    <message>
        <source>Read what became of the texts now</source>
        <translation>立即读取短信的结果</translation>
    </message>
    <message>
        <source>Read {0}.</source>
        <translation>{0}读取。</translation>
    </message>
    <message>
        <source>Reading the account…</source>
        <translation>正在读取账号…</translation>
    </message>
    <message>
        <source>Texts that followed</source>
        <translation>补发的短信</translation>
    </message>
    <message>
        <source>That did not work. Try again.</source>
        <translation>没有成功，请重试。</translation>
    </message>
    <message>
        <source>These hours still run; the figures will grow.</source>
        <translation>这段时间还没结束，数字还会增加。</translation>
    </message>
    <message>
        <source>What became of the texts is not known.</source>
        <translation>短信的结果不清楚。</translation>
    </message>
</context>
<context>
    <name>SmsRecheck</name>
    <message>
        <source>Before: “{0}”</source>
        <translation>之前：「{0}」</translation>
    </message>
    <message>
        <source>Now: “{0}”</source>
        <translation>现在：「{0}」</translation>
    </message>
    <message>
        <source>Whether the template is as it was could not be asked. {0}</source>
        <translation>未能确认模板是否有变化。{0}</translation>
    </message>
    <message>
        <source>Your text is kept. Look at it, then ask for the review again.</source>
        <translation>你填写的内容都保留着。看过之后再点「核对…」。</translation>
    </message>
</context>
<context>
    <name>SpeedEditor</name>
    <message>
        <source>As fast as TPNS can</source>
        <translation>尽快下发</translation>
    </message>
    <message>
        <source>How fast it goes out</source>
        <translation>下发速度</translation>
    </message>
    <message>
        <source>Pushes a second</source>
        <translation>每秒推送数</translation>
    </message>
    <message>
        <source>Pushes a second, roughly</source>
        <translation>每秒推送数（粗调）</translation>
    </message>
    <message>
        <source>Spread it out</source>
        <translation>定速下发</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
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
    <name>StepCard</name>
    <message>
        <source>{0} ↗</source>
        <translation>{0} ↗</translation>
    </message>
    <message>
        <source>{0}, opens in the browser</source>
        <translation>{0}，在浏览器中打开</translation>
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
    <name>TableDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>存为表格…</translation>
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
        <source>Did you mean “{0}”?</source>
        <translation>是不是「{0}」？</translation>
    </message>
    <message>
        <source>How the tags are matched</source>
        <translation>标签的匹配方式</translation>
    </message>
    <message>
        <source>Kind of tag</source>
        <translation>标签类型</translation>
    </message>
    <message>
        <source>No phone has all of these at once: this row reaches nobody.</source>
        <translation>没有手机能同时符合这些，这一行不会触达任何人。</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>移除这一行</translation>
    </message>
    <message>
        <source>Such as {0}</source>
        <translation>例如 {0}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Type a tag, then Enter</source>
        <translation>输入标签后按回车键</translation>
    </message>
    <message>
        <source>new – check the spelling</source>
        <translation>未使用过，请核对</translation>
    </message>
    <message>
        <source>{0}: new – check the spelling</source>
        <translation>{0}：未使用过，请核对</translation>
    </message>
    <message>
        <source>{0}: write it like {1}</source>
        <translation>{0}：写法应像 {1}</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Kind of tag</source>
        <translation>标签类别</translation>
    </message>
    <message>
        <source>Such as {0}. Enter or a comma ends a tag.</source>
        <translation>例如 {0}。按回车或逗号结束一个标签。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The tags could not be kept. Try it again.</source>
        <translation>标签没有保存，请再试一次。</translation>
    </message>
    <message>
        <source>Write at least one tag.</source>
        <translation>至少填写一个标签。</translation>
    </message>
</context>
<context>
    <name>TagsModel</name>
    <message>
        <source>Kind</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>推送次数</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Delete removes a tag; that can be undone</source>
        <translation>按 Delete 移除标签，可以撤销</translation>
    </message>
    <message>
        <source>For tags of your own; the app&apos;s name is asked for first</source>
        <translation>仅限自有标签；会先要求输入应用名称</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Only this book forgets it. Phones that have the tag keep it.</source>
        <translation>只是从簿中移除，手机上的标签不受影响。</translation>
    </message>
    <message>
        <source>Remove the chosen tag</source>
        <translation>移除所选标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags of every push you confirm are kept here, to complete from next time.</source>
        <translation>你确认的每次推送所用的标签都会记在这里，下次输入时可以自动补全。</translation>
    </message>
    <message>
        <source>Take off every phone…</source>
        <translation>从所有手机移除…</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>Delete the task</source>
        <translation>删除任务</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>删除「{0}」？</translation>
    </message>
    <message>
        <source>It goes to: {0}, on {1}. What it says stays as it is.</source>
        <translation>发送给：{0}，时间 {1}。内容保持不变。</translation>
    </message>
    <message>
        <source>It would go to: {0}, on {1}. Once it is deleted nobody gets it.</source>
        <translation>原本发送给：{0}，时间 {1}。删除后没有人会收到。</translation>
    </message>
    <message>
        <source>Move the task</source>
        <translation>更改时间</translation>
    </message>
    <message>
        <source>Move “{0}” to another time?</source>
        <translation>更改「{0}」的时间？</translation>
    </message>
    <message>
        <source>New time (Beijing)</source>
        <translation>新时间（北京时间）</translation>
    </message>
</context>
<context>
    <name>TasksModel</name>
    <message>
        <source>Arrived</source>
        <translation>抵达</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始时间</translation>
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
        <source>Task</source>
        <translation>任务</translation>
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
        <translation>发送给</translation>
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
    <name>Testing</name>
    <message>
        <source>A setting under “More options”</source>
        <translation>「更多选项」中的一项设置</translation>
    </message>
    <message>
        <source>A token is one piece of at most 36 characters. Copy it again.</source>
        <translation>Token 是一段不超过 36 个字符的文字。请重新复制。</translation>
    </message>
    <message>
        <source>Another device has this name. Choose another one.</source>
        <translation>已有设备叫这个名称。换一个。</translation>
    </message>
    <message>
        <source>Banner inside the app</source>
        <translation>应用内横幅</translation>
    </message>
    <message>
        <source>Data for the app</source>
        <translation>给应用的数据</translation>
    </message>
    <message>
        <source>Delivery channels</source>
        <translation>下发通道</translation>
    </message>
    <message>
        <source>Give the device a name.</source>
        <translation>给设备起个名称。</translation>
    </message>
    <message>
        <source>Group of notifications</source>
        <translation>通知分组</translation>
    </message>
    <message>
        <source>Hours in which it is shown</source>
        <translation>展示时段</translation>
    </message>
    <message>
        <source>How long it is tried</source>
        <translation>离线保留时长</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Last test: {0}</source>
        <translation>上次测试：{0}</translation>
    </message>
    <message>
        <source>Last test: {0}, to {1}</source>
        <translation>上次测试：{0}，发给 {1}</translation>
    </message>
    <message>
        <source>Look at the phone. Another test does no harm.</source>
        <translation>请看手机。再测一次也无妨。</translation>
    </message>
    <message>
        <source>No test was sent. {0}</source>
        <translation>没有发送测试。{0}</translation>
    </message>
    <message>
        <source>On its way to TPNS…</source>
        <translation>正在提交给 TPNS…</translation>
    </message>
    <message>
        <source>One of these devices was changed or removed meanwhile. Tick them again.</source>
        <translation>其中一台设备刚被修改或移除。请重新勾选。</translation>
    </message>
    <message>
        <source>Paste the token of the device.</source>
        <translation>粘贴设备 Token。</translation>
    </message>
    <message>
        <source>Personalised text</source>
        <translation>个性化文字</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Say whether it is Android or an iPhone.</source>
        <translation>选择它是 Android 还是 iPhone。</translation>
    </message>
    <message numerus="yes">
        <source>Send test to %Ln device(s)</source>
        <translation>
            <numerusform>向 %Ln 台设备发送测试</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is off because of the data on this computer. The banner above says what to do.</source>
        <translation>因这台电脑上的数据问题，发送已关闭。上方横幅说明了怎么办。</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>TPNS took it. Look at the phone.</source>
        <translation>TPNS 已受理。请看手机。</translation>
    </message>
    <message>
        <source>TPNS took it: push ID {0}. Look at the phone.</source>
        <translation>TPNS 已受理：推送 ID {0}。请看手机。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Text for phones without a value</source>
        <translation>没有取值时的文字</translation>
    </message>
    <message>
        <source>The app is no longer connected on this computer.</source>
        <translation>这台电脑上已不再连接该应用。</translation>
    </message>
    <message>
        <source>The device could not be kept on this computer.</source>
        <translation>无法在这台电脑上保存该设备。</translation>
    </message>
    <message>
        <source>The finished request would not have named exactly these devices. Look at their tokens.</source>
        <translation>生成的请求不会恰好只发给这些设备。请核对它们的 Token。</translation>
    </message>
    <message>
        <source>The message has to be mended first.</source>
        <translation>要先改好消息。</translation>
    </message>
    <message>
        <source>The test could not be written down on this computer.</source>
        <translation>无法在这台电脑上记下这次测试。</translation>
    </message>
    <message>
        <source>This app has no keys for the system of a ticked device.</source>
        <translation>所勾选设备的系统，本应用没有对应的密钥。</translation>
    </message>
    <message>
        <source>This device is there already: {0}</source>
        <translation>已有这台设备：{0}</translation>
    </message>
    <message>
        <source>Tick at least one device.</source>
        <translation>至少勾选一台设备。</translation>
    </message>
    <message>
        <source>Tick at most 1,000 devices of one system.</source>
        <translation>同一系统最多勾选 1,000 台设备。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What a tap opens</source>
        <translation>点击后打开的内容</translation>
    </message>
    <message>
        <source>What happens while the app is open</source>
        <translation>应用打开时的处理</translation>
    </message>
    <message>
        <source>iOS environment</source>
        <translation>iOS 环境</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>{0}: added after your test</source>
        <translation>{0}：测试后新增</translation>
    </message>
    <message>
        <source>{0}: changed after your test</source>
        <translation>{0}：测试后有改动</translation>
    </message>
    <message>
        <source>{0}: not tested yet</source>
        <translation>{0}：尚未测试</translation>
    </message>
    <message>
        <source>{0}: taken out after your test</source>
        <translation>{0}：测试后去掉</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>TextPart</name>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Look of the phone</source>
        <translation>手机外观</translation>
    </message>
    <message>
        <source>Phone to show</source>
        <translation>显示的手机</translation>
    </message>
</context>
<context>
    <name>TextPhone</name>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Text message, {0}</source>
        <translation>短信，{0}</translation>
    </message>
    <message>
        <source>Text: {0}</source>
        <translation>正文：{0}</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>! Not yet</source>
        <translation>! 尚未完成</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条短信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other push(es) of yours sent texts with it in these hours.</source>
        <translation>
            <numerusform>这段时间里你还有 %Ln 次推送用它补发短信。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s) typed in by hand; the account was not asked about them.</source>
        <translation>
            <numerusform>手动填写了 %Ln 个模板，尚未与账号核对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) so far</source>
        <translation>
            <numerusform>至今已发 %Ln 条短信</numerusform>
        </translation>
    </message>
    <message>
        <source>? Not known</source>
        <translation>? 无法得知</translation>
    </message>
    <message>
        <source>A limit of the SMS service is reached. Try again later.</source>
        <translation>已达到短信服务的上限。请稍后再试。</translation>
    </message>
    <message>
        <source>A phone number can&apos;t be read. It begins with + and the country code.</source>
        <translation>有号码无法识别。号码以 + 和国家码开头。</translation>
    </message>
    <message>
        <source>A region&apos;s name looks like ap-guangzhou.</source>
        <translation>地域名形如 ap-guangzhou。</translation>
    </message>
    <message>
        <source>A sub-account can&apos;t list signatures and templates. Use the main account&apos;s keys, or type the template in by hand.</source>
        <translation>子账号不能列出签名和模板。请使用主账号的密钥，或手动填写模板。</translation>
    </message>
    <message>
        <source>A text goes to people who have not tapped the push {0} after it left.</source>
        <translation>推送 {0}后仍未点击的人会收到短信。</translation>
    </message>
    <message>
        <source>A text goes to phones on which notifications are off, {0} after the push.</source>
        <translation>推送 {0}后，向通知已关闭的手机发短信。</translation>
    </message>
    <message>
        <source>A text goes to phones that the push has not reached {0} after it left.</source>
        <translation>推送 {0}后仍未抵达的手机会收到短信。</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>About prices</source>
        <translation>价格说明</translation>
    </message>
    <message>
        <source>About signatures</source>
        <translation>签名说明</translation>
    </message>
    <message>
        <source>About templates</source>
        <translation>模板说明</translation>
    </message>
    <message>
        <source>All texts of SMS app {0} between {1} and {2} on {3} (Beijing time)</source>
        <translation>短信应用 {0} 在 {3} {1} 至 {2}（北京时间）的全部短信</translation>
    </message>
    <message>
        <source>An ID has digits only, such as 1400006666.</source>
        <translation>ID 只有数字，例如 1400006666。</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Approved signatures: {0} · approved templates: {1}</source>
        <translation>已通过的签名 {0} 个 · 已通过的模板 {1} 个</translation>
    </message>
    <message>
        <source>Approved, not in force yet</source>
        <translation>已通过，尚未生效</translation>
    </message>
    <message>
        <source>Bind a mobile number to each user</source>
        <translation>为每个用户绑定手机号</translation>
    </message>
    <message>
        <source>Buy a package of messages</source>
        <translation>购买短信套餐包</translation>
    </message>
    <message>
        <source>China site</source>
        <translation>中国站</translation>
    </message>
    <message>
        <source>Chinese mainland</source>
        <translation>境内</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Create a key pair under “API keys”. Then, in the TPNS console, open “Third-Party Service Authorization”, click “Authorize Now” and enter the pair.</source>
        <translation>在「API 密钥」里新建一对密钥，再到 TPNS 控制台打开「第三方服务授权」，点「立即授权」并填入这对密钥。</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Every text is a signature and a template. Apply for both in the SMS console: one kind for numbers of mainland China, another for all other places.</source>
        <translation>每条短信由签名和模板组成。两者都在短信控制台申请：中国大陆号码用一种，其他地区用另一种。</translation>
    </message>
    <message>
        <source>Get a signature and a template approved</source>
        <translation>让签名和模板通过审核</translation>
    </message>
    <message>
        <source>Guide for Android</source>
        <translation>Android 指南</translation>
    </message>
    <message>
        <source>Guide for iOS</source>
        <translation>iOS 指南</translation>
    </message>
    <message>
        <source>ID {0}</source>
        <translation>ID {0}</translation>
    </message>
    <message>
        <source>If it has not arrived after {0}, a text follows.</source>
        <translation>{0}后仍未抵达，则补发短信。</translation>
    </message>
    <message>
        <source>If nobody tapped it after {0}, a text follows.</source>
        <translation>{0}后仍未点击，则补发短信。</translation>
    </message>
    <message>
        <source>In practice people have numbers already.</source>
        <translation>演练里的用户都已绑定手机号。</translation>
    </message>
    <message>
        <source>In practice this is done already.</source>
        <translation>演练里已经授权。</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>Individual accounts can&apos;t list signatures and templates. Type the template&apos;s ID and text in by hand; everything else works.</source>
        <translation>个人认证的账号不能列出签名和模板。请手动填写模板 ID 和内容，其他功能照常可用。</translation>
    </message>
    <message>
        <source>International site</source>
        <translation>国际站</translation>
    </message>
    <message>
        <source>It is not known when the first texts leave.</source>
        <translation>不清楚第一批短信何时发出。</translation>
    </message>
    <message>
        <source>Its length is not that of a key. Copy it again.</source>
        <translation>长度不像密钥。请重新复制。</translation>
    </message>
    <message>
        <source>Keys in this computer&apos;s password store</source>
        <translation>密钥在系统密码库里</translation>
    </message>
    <message>
        <source>Keys kept until you close the program</source>
        <translation>密钥保留到程序关闭</translation>
    </message>
    <message>
        <source>Let TPNS use your SMS account</source>
        <translation>授权 TPNS 使用你的短信账号</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销消息</translation>
    </message>
    <message>
        <source>Marketing texts go out from 08:00 to 22:00 only.</source>
        <translation>营销短信只在 08:00 至 22:00 之间发送。</translation>
    </message>
    <message>
        <source>Messages paid for: {0}</source>
        <translation>计费 {0} 条</translation>
    </message>
    <message>
        <source>No cloud account is set up. Templates can be typed in by hand without one.</source>
        <translation>尚未设置云账号。没有账号也可以手动填写模板。</translation>
    </message>
    <message>
        <source>No longer in the account</source>
        <translation>账号里已没有</translation>
    </message>
    <message>
        <source>No text can have left yet.</source>
        <translation>还没有短信发出。</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Number the blanks {1}, {2}, {3} without a gap.</source>
        <translation>变量要按 {1}、{2}、{3} 连续编号。</translation>
    </message>
    <message>
        <source>Numbers of mainland China and of other places can&apos;t share a template.</source>
        <translation>中国大陆号码与其他地区的号码不能共用一个模板。</translation>
    </message>
    <message>
        <source>Practice has an account of its own.</source>
        <translation>演练有自己的账号。</translation>
    </message>
    <message>
        <source>Receipts can be read for seven days; this push is older.</source>
        <translation>回执只能查七天内的，这次推送更早。</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>SMS app {0}: {1} messages left · read {2}</source>
        <translation>短信应用 {0}：剩余 {1} 条 · {2} 读取</translation>
    </message>
    <message>
        <source>SMS console</source>
        <translation>短信控制台</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>TPNS console</source>
        <translation>TPNS 控制台</translation>
    </message>
    <message>
        <source>TPNS doesn&apos;t tell how many users have a number. Ask a developer.</source>
        <translation>TPNS 不提供已绑定手机号的用户数，请询问开发者。</translation>
    </message>
    <message>
        <source>TPNS doesn&apos;t tell whether it has keys.</source>
        <translation>TPNS 不提供是否已有密钥的查询。</translation>
    </message>
    <message>
        <source>TPNS took on a push with texts before. That its keys work shows in the SMS console only.</source>
        <translation>TPNS 曾受理过带短信的推送。它的密钥是否可用，只能在短信控制台看到。</translation>
    </message>
    <message>
        <source>Texts are paid for by the message; a long one counts as several. Without a package none is sent.</source>
        <translation>短信按条计费，长短信按多条计算。没有套餐包就不会发送。</translation>
    </message>
    <message>
        <source>The SMS service counts by SMS app, not by push: other texts of this app are in these figures.</source>
        <translation>短信服务按短信应用统计，不按推送统计：该应用的其他短信也计入这些数字。</translation>
    </message>
    <message>
        <source>The SMS service did not take the question as this program put it. A report helps to mend that.</source>
        <translation>短信服务不接受本程序的查询方式。请保存一份报告，便于修复。</translation>
    </message>
    <message>
        <source>The SMS service does not exist in this region. Choose another one.</source>
        <translation>这个地域没有短信服务。请换一个地域。</translation>
    </message>
    <message>
        <source>The SMS service had a fault of its own. Try again later.</source>
        <translation>短信服务自身出了问题。请稍后再试。</translation>
    </message>
    <message>
        <source>The SMS service said no, for a reason that this program doesn&apos;t know.</source>
        <translation>短信服务拒绝了查询，原因不在本程序所知之列。</translation>
    </message>
    <message>
        <source>The account does not have the signature any more.</source>
        <translation>账户里已经没有这个签名。</translation>
    </message>
    <message>
        <source>The account does not have the template any more.</source>
        <translation>账户里已经没有这个模板。</translation>
    </message>
    <message>
        <source>The account owes fees, so its SMS service has stopped. Pay them in the console.</source>
        <translation>账号欠费，短信服务已停。请到控制台付清。</translation>
    </message>
    <message>
        <source>The account takes questions from certain network addresses only, and this computer&apos;s is not among them.</source>
        <translation>账号只接受来自指定网络地址的查询，这台电脑不在其中。</translation>
    </message>
    <message>
        <source>The account was not read yet.</source>
        <translation>还没有读取账号。</translation>
    </message>
    <message>
        <source>The account&apos;s keys are in a password store that can&apos;t be reached now. Enter them again.</source>
        <translation>账号密钥所在的密码库现在无法访问。请重新填写。</translation>
    </message>
    <message>
        <source>The account&apos;s keys are in another password store than today&apos;s. Enter them again.</source>
        <translation>账号密钥在另一个密码库里。请重新填写。</translation>
    </message>
    <message>
        <source>The account&apos;s keys are in this computer&apos;s password store, which did not answer.</source>
        <translation>账号密钥在系统密码库里，密码库没有应答。</translation>
    </message>
    <message>
        <source>The account&apos;s keys are in this computer&apos;s password store, which is locked.</source>
        <translation>账号密钥在系统密码库里，密码库已锁定。</translation>
    </message>
    <message>
        <source>The account&apos;s keys were kept until the program was closed. Enter them again.</source>
        <translation>账号密钥只保留到程序关闭。请重新填写。</translation>
    </message>
    <message>
        <source>The app tells TPNS each user&apos;s number, such as +8613711112222. A developer adds one call to the app; nobody gets a text before that.</source>
        <translation>应用把每个用户的手机号（例如 +8613711112222）告诉 TPNS。开发者在应用里加一次调用即可；在此之前没有人会收到短信。</translation>
    </message>
    <message>
        <source>The first texts leave at {0}.</source>
        <translation>第一批短信发出时间：{0}。</translation>
    </message>
    <message>
        <source>The international site doesn&apos;t tell what is left of a package. See its console.</source>
        <translation>国际站不提供套餐包余量的查询。请到控制台查看。</translation>
    </message>
    <message>
        <source>The international site doesn&apos;t tell what is left. See its console.</source>
        <translation>国际站不提供余量查询，请看控制台。</translation>
    </message>
    <message>
        <source>The keys work, but there is nothing in {0}. Regions know nothing of each other: signatures and templates may be in another one, such as {1}.</source>
        <translation>密钥可用，但 {0} 里什么也没有。各地域的数据互不相通，签名和模板可能在另一个地域，例如 {1}。</translation>
    </message>
    <message>
        <source>The keys work. Signatures: {0}, of which approved: {1}. Templates: {2}, of which approved: {3}.</source>
        <translation>密钥可用。签名 {0} 个，其中已通过 {1} 个；模板 {2} 个，其中已通过 {3} 个。</translation>
    </message>
    <message>
        <source>The number opted out, or its carrier blocks it.</source>
        <translation>该号码已退订，或被运营商拦截。</translation>
    </message>
    <message>
        <source>The number&apos;s country is not on the SMS app&apos;s list.</source>
        <translation>号码所在的国家或地区不在短信应用的允许范围内。</translation>
    </message>
    <message>
        <source>The package of messages is used up. Buy another one in the console.</source>
        <translation>短信套餐包已用完。请到控制台购买。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t know these keys. Copy both again from “API keys” in the console; a key that was switched off or deleted there has to be replaced.</source>
        <translation>服务不认得这对密钥。请到控制台的「API 密钥」里重新复制两项；已停用或删除的密钥要换成新的。</translation>
    </message>
    <message>
        <source>The service had too many questions at once. Try again in a minute.</source>
        <translation>查询过于频繁。请过一分钟再试。</translation>
    </message>
    <message>
        <source>The signature is missing or not approved.</source>
        <translation>签名不存在或未通过审核。</translation>
    </message>
    <message>
        <source>The signature may not be used any more.</source>
        <translation>这个签名现在不可用了。</translation>
    </message>
    <message>
        <source>The template is missing or not approved.</source>
        <translation>模板不存在或未通过审核。</translation>
    </message>
    <message>
        <source>The template may not be used any more.</source>
        <translation>这个模板现在不可用了。</translation>
    </message>
    <message>
        <source>The text has a blocked word or is too long.</source>
        <translation>内容含有被屏蔽的词，或过长。</translation>
    </message>
    <message>
        <source>The words of the template changed.</source>
        <translation>模板的文字变了。</translation>
    </message>
    <message>
        <source>The words of this template are not in your book yet.</source>
        <translation>本地还没有这个模板的文字。</translation>
    </message>
    <message>
        <source>There is a character in it that no key has. Copy it again from the console.</source>
        <translation>里面有密钥中不会出现的字符。请到控制台重新复制。</translation>
    </message>
    <message>
        <source>There is a line end or an invisible character inside. Copy it again.</source>
        <translation>里面有换行或不可见字符。请重新复制。</translation>
    </message>
    <message>
        <source>There is a space inside. Copy it again.</source>
        <translation>里面有空格。请重新复制。</translation>
    </message>
    <message>
        <source>This SMS app is not one of the account&apos;s, or it is switched off. Compare its ID with the console&apos;s.</source>
        <translation>这个短信应用不属于该账号，或已停用。请与控制台里的 ID 核对。</translation>
    </message>
    <message>
        <source>This account may not read text messages. Its owner can allow it in Cloud Access Management: read-only access to SMS is enough.</source>
        <translation>这个账号没有查看短信的权限。账号的所有者可以在「访问管理」里授予，短信只读权限就够。</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) ahead. Set it right, then try again.</source>
        <translation>
            <numerusform>这台电脑的时钟快了 %Ln 分钟。校准后再试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) behind. Set it right, then try again.</source>
        <translation>
            <numerusform>这台电脑的时钟慢了 %Ln 分钟。校准后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is more than five minutes off. Set it right, then try again.</source>
        <translation>这台电脑的时钟偏差超过五分钟。校准后再试。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>This is too long. A template has at most 2,000 characters, a name 100.</source>
        <translation>太长了。模板最多 2000 个字符，名称最多 100 个。</translation>
    </message>
    <message>
        <source>This site of the service can&apos;t be asked that.</source>
        <translation>这个站点的服务没有这项查询。</translation>
    </message>
    <message>
        <source>Typed in, not checked</source>
        <translation>手动填写，未核对</translation>
    </message>
    <message>
        <source>We want TPNS to send a text message where a push does not arrive. For that the app has to bind each user&apos;s mobile number.
1. After log-in, call the TPNS SDK&apos;s method that binds a mobile number.
2. Use the form +[country code][number], for example +8613711112222, without spaces.
3. Unbind it at log-out, so that nobody gets another person&apos;s texts.
Android: {0}
iOS: {1}</source>
        <translation>我们想让 TPNS 在推送未抵达时补发短信，为此应用需要绑定每个用户的手机号。
1. 登录后调用 TPNS SDK 绑定手机号的方法。
2. 格式为 +[国家码][号码]，例如 +8613711112222，中间没有空格。
3. 退出登录时解除绑定，以免别人收到不属于自己的短信。
Android：{0}
iOS：{1}</translation>
    </message>
    <message>
        <source>What is left was not read yet.</source>
        <translation>还没有查询余量。</translation>
    </message>
    <message>
        <source>What stands in the blanks does not fit the template.</source>
        <translation>填空的内容与模板不符。</translation>
    </message>
    <message>
        <source>Where notifications are off, a text follows after {0}.</source>
        <translation>通知已关闭的设备，{0}后补发短信。</translation>
    </message>
    <message>
        <source>Write the signature without brackets; the SMS service adds them.</source>
        <translation>签名不要带括号，短信服务会自动加上。</translation>
    </message>
    <message numerus="yes">
        <source>Your largest list of mobile numbers has %Ln. Whether they are bound is not told by TPNS.</source>
        <translation>
            <numerusform>你最大的手机号名单有 %Ln 个号码。是否已绑定，TPNS 不提供查询。</numerusform>
        </translation>
    </message>
    <message>
        <source>a fault in the carrier&apos;s network: {0}</source>
        <translation>运营商网络问题 {0}</translation>
    </message>
    <message>
        <source>last used {0}</source>
        <translation>上次使用：{0}</translation>
    </message>
    <message>
        <source>mainland and everywhere else</source>
        <translation>境内及境外</translation>
    </message>
    <message>
        <source>no such number: {0}</source>
        <translation>空号 {0}</translation>
    </message>
    <message>
        <source>outside the Chinese mainland</source>
        <translation>境外</translation>
    </message>
    <message>
        <source>package balance not read</source>
        <translation>套餐余量未读取</translation>
    </message>
    <message>
        <source>package balance {0}, read {1}</source>
        <translation>套餐余量 {0} 条，{1} 读取</translation>
    </message>
    <message>
        <source>phone off or no service: {0}</source>
        <translation>关机或停机 {0}</translation>
    </message>
    <message>
        <source>read {0}</source>
        <translation>{0} 读取</translation>
    </message>
    <message>
        <source>takes no such texts: {0}</source>
        <translation>拒收此类短信 {0}</translation>
    </message>
    <message>
        <source>the carrier says “{0}”</source>
        <translation>运营商回报「{0}」</translation>
    </message>
    <message>
        <source>too many texts to the number: {0}</source>
        <translation>该号码短信过多 {0}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} of {1} numbers</source>
        <translation>{1} 个号码中的 {0} 个</translation>
    </message>
    <message>
        <source>{0} of {1} that carriers reported ({2})</source>
        <translation>运营商回报的 {1} 条中有 {0} 条（{2}）</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0}, after the push</source>
        <translation>{0}，推送之后</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>✓ Delivered</source>
        <translation>✓ 已送达</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>✕ Not delivered</source>
        <translation>✕ 未送达</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{0}: no figure yet.</source>
        <translation>{0}：还没有数据。</translation>
    </message>
    <message>
        <source>{0}: {1} at first ({2}), {3} at last ({4}), highest {5} ({6}).</source>
        <translation>{0}：最初 {1}（{2}），最后 {3}（{4}），最高 {5}（{6}）。</translation>
    </message>
</context>
<context>
    <name>TimesEditor</name>
    <message>
        <source>+ Add a time</source>
        <translation>+ 添加时间</translation>
    </message>
    <message>
        <source>Remove time {0}</source>
        <translation>移除时间 {0}</translation>
    </message>
    <message>
        <source>Time {0}</source>
        <translation>时间 {0}</translation>
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
        <source>Done by about {0}: {1} for {2}.</source>
        <translation>预计 {0} 左右完成：{2} 台设备需要 {1}。</translation>
    </message>
    <message>
        <source>It leaves at once: TPNS can only schedule pushes to everyone, by tag or to a file of accounts.</source>
        <translation>立即发出：TPNS 只能定时推送给全部设备、按标签或账号名单文件。</translation>
    </message>
    <message>
        <source>It takes about {0} for {1}.</source>
        <translation>{1} 台设备大约需要 {0}。</translation>
    </message>
    <message>
        <source>Keep trying for: number</source>
        <translation>离线保留：数值</translation>
    </message>
    <message>
        <source>Keep trying for: unit</source>
        <translation>离线保留：单位</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Only if online</source>
        <translation>仅在线时</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>TPNS cannot tell how many people this is, so not how long it takes.</source>
        <translation>TPNS 无法得知有多少人，因此无法估算需要多久。</translation>
    </message>
    <message>
        <source>Turn these accounts into a file</source>
        <translation>把这些账号转为名单</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
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
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>{0} (Beijing time, UTC+8)</source>
        <translation>{0}（北京时间，UTC+8）</translation>
    </message>
</context>
<context>
    <name>TriedCard</name>
    <message>
        <source>! New</source>
        <translation>! 新增</translation>
    </message>
    <message>
        <source>! No rehearsal</source>
        <translation>! 没有演练</translation>
    </message>
    <message>
        <source>A rehearsal puts exactly these requests to the practice service on this computer. Nothing leaves it.</source>
        <translation>演练会把完全相同的请求交给这台电脑上的演练服务，不会发出任何数据。</translation>
    </message>
    <message>
        <source>Asking practice…</source>
        <translation>正在询问演练服务…</translation>
    </message>
    <message>
        <source>Nothing changed since your test.</source>
        <translation>测试后没有任何改动。</translation>
    </message>
    <message>
        <source>Rehearse in practice</source>
        <translation>先演练一次</translation>
    </message>
    <message>
        <source>Send a test…</source>
        <translation>发送测试…</translation>
    </message>
    <message>
        <source>Test and rehearsal</source>
        <translation>测试与演练</translation>
    </message>
    <message>
        <source>This draft was not tested yet.</source>
        <translation>这份草稿还没有测试过。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>还有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>≠ Changed</source>
        <translation>≠ 有改动</translation>
    </message>
    <message>
        <source>✓ Same</source>
        <translation>✓ 相同</translation>
    </message>
</context>
<context>
    <name>TypeDialog</name>
    <message>
        <source>As approved in the SMS console, without brackets.</source>
        <translation>与短信控制台中审核通过的一致，不带括号。</translation>
    </message>
    <message>
        <source>Change the SMS app</source>
        <translation>修改短信应用</translation>
    </message>
    <message>
        <source>Change the signature</source>
        <translation>修改签名</translation>
    </message>
    <message>
        <source>Change the template</source>
        <translation>修改模板</translation>
    </message>
    <message>
        <source>For numbers of</source>
        <translation>适用号码</translation>
    </message>
    <message>
        <source>It is kept on this computer. Nothing is asked or sent.</source>
        <translation>只保存在这台电脑上，不会询问服务，也不会发送。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No service tells. Marketing has closed hours, a code takes digits only.</source>
        <translation>服务不会告知用途。营销短信有禁发时段，验证码只能填数字。</translation>
    </message>
    <message>
        <source>Read from the account: only what it is for is yours to say.</source>
        <translation>内容来自账户，只有用途由你填写。</translation>
    </message>
    <message>
        <source>SMS app ID</source>
        <translation>短信应用 ID</translation>
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
        <source>Type a signature in</source>
        <translation>录入签名</translation>
    </message>
    <message>
        <source>Type a template in</source>
        <translation>录入模板</translation>
    </message>
    <message>
        <source>Type an SMS app in</source>
        <translation>录入短信应用</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途说明</translation>
    </message>
    <message>
        <source>Word for word as in the SMS console, with its blanks {1}, {2}.</source>
        <translation>与短信控制台逐字相同，包括变量 {1}、{2}。</translation>
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
    <name>UpdateNotice</name>
    <message>
        <source>May TPNS Desktop look once a day whether there is a newer version? It tells nothing about you and installs nothing. You can change it under Settings, About.</source>
        <translation>允许 TPNS Desktop 每天查看一次有没有新版本吗？不会透露你的任何信息，也不会安装任何东西。可在「设置」的「关于」中更改。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>不再提醒此版本</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>有什么新变化</translation>
    </message>
    <message>
        <source>Yes, look</source>
        <translation>允许查看</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>It reads a few signed lines and tells nothing about you. Nothing is ever installed by itself.</source>
        <translation>只读取几行带签名的文字，不会透露你的任何信息，也从不自动安装。</translation>
    </message>
    <message>
        <source>No answer came. Look at this computer&apos;s connection and at Network above, or try again later.</source>
        <translation>没有收到回应。请检查这台电脑的网络连接和上面的「网络」设置，或稍后再试。</translation>
    </message>
    <message>
        <source>Nobody could be asked: what is set under Network above does not work.</source>
        <translation>没能查询：上面「网络」里的设置不起作用。</translation>
    </message>
    <message>
        <source>TPNS Desktop {0} is out ({1}). You have {2}.</source>
        <translation>TPNS Desktop {0} 已发布（{1}）。你用的是 {2}。</translation>
    </message>
    <message>
        <source>The answer is not signed by the program&apos;s publisher, so it was not believed. Try again later; if it stays so, tell whoever gave you the program.</source>
        <translation>回应没有程序发布者的签名，因此没有采信。请稍后再试；如果一直这样，请告诉给你程序的人。</translation>
    </message>
    <message>
        <source>This copy does not know where newer versions are told. Get them where you got it.</source>
        <translation>这份程序不知道新版本在哪里公布。请到你得到它的地方获取。</translation>
    </message>
    <message>
        <source>Whoever looks after this computer decides when the program is renewed, so it does not look for newer versions.</source>
        <translation>何时更新程序由管理这台电脑的人决定，所以程序不查看有没有新版本。</translation>
    </message>
    <message>
        <source>You have the newest version.</source>
        <translation>已是最新版本。</translation>
    </message>
</context>
<context>
    <name>ValuesEditor</name>
    <message>
        <source>+ Add a value</source>
        <translation>+ 添加变量</translation>
    </message>
    <message>
        <source>A web address may not stand here. Take it out.</source>
        <translation>这里不能有网址，去掉它。</translation>
    </message>
    <message>
        <source>No web address.</source>
        <translation>不能有网址。</translation>
    </message>
    <message>
        <source>No web address. An individual&apos;s SMS account takes at most {0} here.</source>
        <translation>不能有网址。个人短信账户此处最多 {0} 个字符。</translation>
    </message>
    <message>
        <source>Remove value {0}</source>
        <translation>移除变量 {0}</translation>
    </message>
    <message>
        <source>The template has no such blank. Kept until you remove it.</source>
        <translation>模板没有这个变量。内容会保留，直到你移除。</translation>
    </message>
    <message>
        <source>Value for blank {0}</source>
        <translation>变量 {0} 的内容</translation>
    </message>
    <message>
        <source>{0} to {1} digits, nothing else.</source>
        <translation>只能填 {0} 到 {1} 位数字。</translation>
    </message>
</context>
<context>
    <name>VerbDialog</name>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>WallPart</name>
    <message>
        <source>Lock screen</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Notification list</source>
        <translation>通知列表</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Practice clock {0}, time runs {1} times faster.</source>
        <translation>演练时钟 {0}，时间加快 {1} 倍。</translation>
    </message>
    <message>
        <source>Practice clock {0}.</source>
        <translation>演练时钟 {0}。</translation>
    </message>
    <message>
        <source>Six phones of the practice world. Click a notification to tap it.</source>
        <translation>演练世界里的六部手机。单击通知即可点击它。</translation>
    </message>
    <message>
        <source>Six phones of the practice world. Nothing more happens by itself.</source>
        <translation>演练世界里的六部手机。之后不会再自动发生变化。</translation>
    </message>
    <message>
        <source>Six phones of the practice world. What is sent appears on them.</source>
        <translation>演练世界里的六部手机。推送的内容会出现在上面。</translation>
    </message>
    <message>
        <source>The practice service does not answer. The phones show what was last.</source>
        <translation>演练服务没有应答。手机上显示的是最后一次的情况。</translation>
    </message>
    <message>
        <source>What the phones show</source>
        <translation>手机上显示什么</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Connect a Chat app</source>
        <translation>连接 Chat 应用</translation>
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
        <source>You have a Tencent Cloud Chat (IM) app?</source>
        <translation>有腾讯云即时通信 IM（Chat）应用？</translation>
    </message>
    <message>
        <source>You need the Access ID and Secret Key of your app from the TPNS console, and its region. Keys go into this computer&apos;s password store.</source>
        <translation>需要 TPNS 控制台中该应用的 Access ID、Secret Key 和服务接入点。密钥存入这台电脑的系统密码库。</translation>
    </message>
</context>
<context>
    <name>WhatCard</name>
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
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>A chat message from a sender</source>
        <translation>由发送者发出的聊天消息</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>保留多久</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Only for phones that are online</source>
        <translation>仅发给在线的手机</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送者</translation>
    </message>
    <message>
        <source>This app sends notifications alone</source>
        <translation>此应用只发送通知</translation>
    </message>
    <message>
        <source>Unit of that time</source>
        <translation>时长单位</translation>
    </message>
    <message>
        <source>What they get</source>
        <translation>他们收到什么</translation>
    </message>
    <message>
        <source>With a tick, phones that are offline get nothing from their makers.</source>
        <translation>勾选后，离线的手机不会通过厂商通道收到通知。</translation>
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
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>WhenCard</name>
    <message>
        <source>At a time</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Decide when it starts</source>
        <translation>决定何时开始</translation>
    </message>
    <message>
        <source>It is sent once you have confirmed it; not at a set time</source>
        <translation>确认后即发送，不能定时</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{0} (Beijing time, UTC+8)</source>
        <translation>{0}（北京时间，UTC+8）</translation>
    </message>
</context>
<context>
    <name>WhoCard</name>
    <message>
        <source>+ and all of…</source>
        <translation>+ 且全部满足…</translation>
    </message>
    <message>
        <source>+ and at least one of…</source>
        <translation>+ 且至少满足其一…</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Declare one…</source>
        <translation>声明属性…</translation>
    </message>
    <message>
        <source>Every user of {0} is meant.</source>
        <translation>{0} 的每一位用户都会收到。</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有用户</translation>
    </message>
    <message>
        <source>How many of the attributes have to hold</source>
        <translation>需要满足多少个属性</translation>
    </message>
    <message>
        <source>Named users</source>
        <translation>指定用户</translation>
    </message>
    <message>
        <source>Names read {0}. A value is at most 50 bytes.</source>
        <translation>名称读取于{0}。值最长 50 字节。</translation>
    </message>
    <message>
        <source>Read names again</source>
        <translation>重新读取名称</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The app declares no attributes ({0}).</source>
        <translation>应用没有声明属性（{0}）。</translation>
    </message>
    <message>
        <source>The names could not be read. {0}</source>
        <translation>没能读取名称。{0}</translation>
    </message>
    <message>
        <source>Users for whom</source>
        <translation>满足下列条件的用户：</translation>
    </message>
    <message>
        <source>Users of the Chat app who have logged in or were imported</source>
        <translation>登录过或已导入的 Chat 应用用户</translation>
    </message>
    <message>
        <source>Which attributes the app declares was not read yet.</source>
        <translation>还没有读取应用声明了哪些属性。</translation>
    </message>
    <message>
        <source>Who can receive it?</source>
        <translation>哪些人能收到？</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>谁会收到</translation>
    </message>
    <message>
        <source>all of these hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>at least one of these holds</source>
        <translation>至少满足一个</translation>
    </message>
    <message>
        <source>read {0}</source>
        <translation>{0} 读取</translation>
    </message>
</context>
<context>
    <name>WindowsEditor</name>
    <message>
        <source>+ Add a time of day</source>
        <translation>+ 添加时段</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>If you write a text here, notifications that are shown say it instead: on iPhones, with Google&apos;s service, Huawei and Honor, where the app was not open.</source>
        <translation>如果在这里填写文字，已显示的通知会改为这段文字：适用于 iPhone、谷歌服务、华为和荣耀，且当时应用没有打开。</translation>
    </message>
    <message>
        <source>Nothing of it was kept, so the service only puts another notification in its place: on iPhones, with Google&apos;s service, Huawei and Honor, where the app was not open.</source>
        <translation>它没有保留消息，因此服务只能用另一条通知替换：适用于 iPhone、谷歌服务、华为和荣耀，且当时应用没有打开。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take “{0}” back?</source>
        <translation>撤回「{0}」？</translation>
    </message>
    <message>
        <source>Text in its place</source>
        <translation>替换后的正文</translation>
    </message>
    <message>
        <source>Title in its place</source>
        <translation>替换后的标题</translation>
    </message>
    <message>
        <source>Who has not got it yet does not get it any more. An unread message is recalled; what was read was read.</source>
        <translation>还没收到的用户不会再收到。未读的消息会被撤回；已读的已经读过。</translation>
    </message>
    <message>
        <source>Write a text, such as “This offer is over.”</source>
        <translation>填写文字，例如「活动已结束。」</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
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
        <source>%Ln repeat(s) removed</source>
        <translation>
            <numerusform>已去除 %Ln 个重复项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln typed in</source>
        <translation>
            <numerusform>%Ln 台为手动输入</numerusform>
        </translation>
    </message>
    <message>
        <source>({0})</source>
        <translation>（{0}）</translation>
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
        <source>; or </source>
        <translation>；或者</translation>
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
        <source>People {0}</source>
        <translation>符合以下条件的人：{0}</translation>
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
        <source>active on {0}</source>
        <translation>在{0}活跃</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
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
        <source>ddd d MMM yyyy</source>
        <translation>yyyy年M月d日（ddd）</translation>
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
        <source>in the city {0}</source>
        <translation>城市为{0}</translation>
    </message>
    <message>
        <source>in the country {0}</source>
        <translation>国家为{0}</translation>
    </message>
    <message>
        <source>in the province {0}</source>
        <translation>省份为{0}</translation>
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
        <source>not active on {0}</source>
        <translation>在{0}不活跃</translation>
    </message>
    <message>
        <source>not in the city {0}</source>
        <translation>城市不为{0}</translation>
    </message>
    <message>
        <source>not in the country {0}</source>
        <translation>国家不为{0}</translation>
    </message>
    <message>
        <source>not in the province {0}</source>
        <translation>省份不为{0}</translation>
    </message>
    <message>
        <source>not using SDK version {0}</source>
        <translation>SDK 版本不为{0}</translation>
    </message>
    <message>
        <source>not using a phone by {0}</source>
        <translation>手机品牌不为{0}</translation>
    </message>
    <message>
        <source>not using app version {0}</source>
        <translation>应用版本不为{0}</translation>
    </message>
    <message>
        <source>not using system version {0}</source>
        <translation>系统版本不为{0}</translation>
    </message>
    <message>
        <source>not using the language {0}</source>
        <translation>系统语言不为{0}</translation>
    </message>
    <message>
        <source>not using the phone model {0}</source>
        <translation>机型不为{0}</translation>
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
        <source>using SDK version {0}</source>
        <translation>SDK 版本为{0}</translation>
    </message>
    <message>
        <source>using a phone by {0}</source>
        <translation>手机品牌为{0}</translation>
    </message>
    <message>
        <source>using app version {0}</source>
        <translation>应用版本为{0}</translation>
    </message>
    <message>
        <source>using system version {0}</source>
        <translation>系统版本为{0}</translation>
    </message>
    <message>
        <source>using the language {0}</source>
        <translation>系统语言为{0}</translation>
    </message>
    <message>
        <source>using the phone model {0}</source>
        <translation>机型为{0}</translation>
    </message>
    <message>
        <source>with the tag {0}</source>
        <translation>带标签{0}</translation>
    </message>
    <message>
        <source>with the tags {0}</source>
        <translation>同时带标签{0}</translation>
    </message>
    <message>
        <source>without the tag {0}</source>
        <translation>不带标签{0}</translation>
    </message>
    <message>
        <source>{0} B</source>
        <translation>{0} 十亿</translation>
    </message>
    <message>
        <source>{0} K</source>
        <translation>{0} 千</translation>
    </message>
    <message>
        <source>{0} M</source>
        <translation>{0} 百万</translation>
    </message>
    <message>
        <source>{0} hundred million</source>
        <translation>{0} 亿</translation>
    </message>
    <message>
        <source>{0} on this computer&apos;s clock, {1} Beijing time</source>
        <translation>本机时间 {0}，北京时间 {1}</translation>
    </message>
    <message>
        <source>{0} ten thousand</source>
        <translation>{0} 万</translation>
    </message>
    <message>
        <source>{0}: {1}, and {2}</source>
        <translation>{0}：{1}，以及 {2}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>A file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A list of Lists &amp; tags</source>
        <translation>「名单与标签」中的名单</translation>
    </message>
    <message>
        <source>Accounts, one a line</source>
        <translation>账号，每行一个</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Attributes and their new values</source>
        <translation>属性及新的值</translation>
    </message>
    <message>
        <source>Attributes to remove</source>
        <translation>要移除的属性</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file of users</source>
        <translation>选择用户文件</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>第 {0} 列</translation>
    </message>
    <message>
        <source>Column {0}: {1}</source>
        <translation>第 {0} 列：{1}</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>下一步…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Look after users</source>
        <translation>管理用户</translation>
    </message>
    <message>
        <source>No file yet.</source>
        <translation>还没有选择文件。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags and attributes decide who a push reaches. Change them for few or for all.</source>
        <translation>标签和属性决定推送给谁。可以为少数或大量用户修改。</translation>
    </message>
    <message>
        <source>Text as</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>第一行是列名</translation>
    </message>
    <message>
        <source>There is no list of accounts yet. Lists are made under Lists &amp; tags.</source>
        <translation>还没有账号名单。名单在「名单与标签」中添加。</translation>
    </message>
    <message>
        <source>Users (*.txt *.csv *.zip)</source>
        <translation>用户 (*.txt *.csv *.zip)</translation>
    </message>
    <message>
        <source>Users are in</source>
        <translation>用户所在的列</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Which users</source>
        <translation>哪些用户</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Account type</source>
        <translation>账号类型</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Asking TPNS…</source>
        <translation>正在向 TPNS 查询…</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Bind…</source>
        <translation>绑定…</translation>
    </message>
    <message>
        <source>Bound now: {0}</source>
        <translation>当前绑定：{0}</translation>
    </message>
    <message>
        <source>Changed from here</source>
        <translation>在这里做过的更改</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No account is bound to this phone, as far as TPNS tells.</source>
        <translation>据 TPNS 所示，这台手机没有绑定账号。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Remove all…</source>
        <translation>全部移除…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Replace all by these…</source>
        <translation>全部替换为这些…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>TPNS can&apos;t list the tags of a phone. What was set from here stands below.</source>
        <translation>TPNS 无法列出一台手机的标签。在这里设置过的列在下面。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The change: {0}.</source>
        <translation>更改：{0}。</translation>
    </message>
    <message>
        <source>They fill the blanks of personal texts. Names are declared in the console.</source>
        <translation>它们用来填充个性化文案的空位。名称需在控制台声明。</translation>
    </message>
    <message>
        <source>This phone has no attributes.</source>
        <translation>这台手机没有属性。</translation>
    </message>
    <message>
        <source>Unbind all…</source>
        <translation>全部解绑…</translation>
    </message>
    <message>
        <source>Unbind…</source>
        <translation>解绑…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What TPNS keeps of this phone, {0}. Each change is asked for first.</source>
        <translation>TPNS 保存的这台手机（{0}）的信息。每次更改都会先询问。</translation>
    </message>
    <message>
        <source>Which tags</source>
        <translation>哪些标签</translation>
    </message>
    <message>
        <source>“{0}”: tags, accounts, attributes</source>
        <translation>「{0}」：标签、账号、属性</translation>
    </message>
</context>
<context>
    <name>Worlds</name>
    <message>
        <source>Begin afresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Begin practice afresh?</source>
        <translation>重新开始演练？</translation>
    </message>
    <message>
        <source>Go on in “{0}”?</source>
        <translation>接着用「{0}」？</translation>
    </message>
    <message>
        <source>Kept are your pushes, plans, tags and bindings, the pace and what is acted out.</source>
        <translation>会保存你的推送、计划、标签和绑定，以及时间流速和模拟情形。</translation>
    </message>
    <message>
        <source>Open this world</source>
        <translation>打开这个环境</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>移除「{0}」？</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename “{0}”</source>
        <translation>重命名「{0}」</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save this practice world</source>
        <translation>保存这个演练环境</translation>
    </message>
    <message>
        <source>That did not work. Look whether the disk is full, then try again.</source>
        <translation>没有成功。看看磁盘是否已满，然后再试。</translation>
    </message>
    <message>
        <source>The saved world is gone then. The world you practise in stays as it is.</source>
        <translation>保存的这份会消失，正在使用的演练环境不变。</translation>
    </message>
    <message>
        <source>What you did in the present practice world is gone unless you save it first, and practice pushes that wait do not leave. Your drafts, templates and lists stay.</source>
        <translation>当前演练环境里做过的事，不先保存就会消失；还在等待的演练推送不会发出。你的草稿、模板和名单会保留。</translation>
    </message>
</context>
<context>
    <name>WorldsPart</name>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln 条推送</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin afresh…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>Open {0}…</source>
        <translation>打开{0}…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Remove {0}…</source>
        <translation>移除{0}…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Rename {0}…</source>
        <translation>重命名{0}…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save this world…</source>
        <translation>保存演练环境…</translation>
    </message>
    <message>
        <source>Saved {0} · {1}</source>
        <translation>{0}保存 · {1}</translation>
    </message>
</context>
<context>
    <name>_Attribute</name>
    <message>
        <source>Attribute {0}</source>
        <translation>属性 {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not declared by the app, so look at the spelling</source>
        <translation>应用未声明此属性，请核对写法</translation>
    </message>
    <message>
        <source>Remove attribute {0}</source>
        <translation>移除属性 {0}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of attribute {0}</source>
        <translation>属性 {0} 的值</translation>
    </message>
    <message>
        <source>is</source>
        <translation>为</translation>
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
    <name>_Language</name>
    <message>
        <source>Code of language {0}</source>
        <translation>第 {0} 种语言的代码</translation>
    </message>
    <message>
        <source>Remove language {0}</source>
        <translation>移除第 {0} 种语言</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Text in language {0}</source>
        <translation>第 {0} 种语言的正文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title in language {0}</source>
        <translation>第 {0} 种语言的标题</translation>
    </message>
    <message>
        <source>such as en</source>
        <translation>如 en</translation>
    </message>
</context>
<context>
    <name>_NameDialog</name>
    <message>
        <source>Give the world a name, so that you find it again.</source>
        <translation>给它取个名称，方便以后找到。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>_Pair</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name {0}</source>
        <translation>名称 {0}</translation>
    </message>
    <message>
        <source>Remove data {0}</source>
        <translation>移除数据 {0}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value {0}</source>
        <translation>值 {0}</translation>
    </message>
</context>
<context>
    <name>_Request</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
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
    <name>_Window</name>
    <message>
        <source>From, time of day {0}</source>
        <translation>时段 {0} 开始</translation>
    </message>
    <message>
        <source>Remove time of day {0}</source>
        <translation>移除时段 {0}</translation>
    </message>
    <message>
        <source>To, time of day {0}</source>
        <translation>时段 {0} 结束</translation>
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
